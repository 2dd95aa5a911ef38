package io.keycloakcrm.invitation.sms;

import io.keycloakcrm.outbox.Undelivered;
import io.keycloakcrm.outbox.Undelivered.Fault;

/** A server without a gateway. Messages wait, in case it is given one. */
record Nowhere() implements SmsSender {

    @Override
    public void send(String number, String text) throws Undelivered {
        throw new Undelivered(Fault.DOWN, "crm.sms.no-gateway", 0);
    }
}
