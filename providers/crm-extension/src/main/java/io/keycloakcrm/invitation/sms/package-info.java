/**
 * Text messages: the SPI by which they leave the house, its adapters, and the codes by which a person proves that a
 * telephone is at hand. Onboarding asks for codes, invitations may go out as text messages.
 */
@NullMarked
package io.keycloakcrm.invitation.sms;

import org.jspecify.annotations.NullMarked;
