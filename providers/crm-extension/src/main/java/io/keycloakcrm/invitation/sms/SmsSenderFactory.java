package io.keycloakcrm.invitation.sms;

import io.keycloakcrm.rest.Registration;

/** Registers a way to send text messages. */
public interface SmsSenderFactory extends Registration<SmsSender> {}
