package io.keycloakcrm.invitation.admin;

/**
 * A link that its reader hands over himself.
 *
 * @param url leads in whoever has it
 * @param qrSvg the same to be read by a phone
 * @param expiresAt ISO instant
 */
record LinkView(String url, String qrSvg, String expiresAt) {

    // Records print all they hold, and a log line is soon written.
    @Override
    public String toString() {
        return "LinkView";
    }
}
