package io.keycloakcrm.tests.invitation.onboarding;

import io.keycloakcrm.tests.api.Browser.Page;
import java.util.Map;

/** Which page somebody has before him. */
enum Where {
    WELCOME,
    PASSWORD,
    PHONE,
    CODE,
    TOTP,
    TERMS,
    STARTED,
    APPLICATION,
    DEAD_LINK,
    SIGN_IN,
    ELSEWHERE;

    private static final Map<String, Where> BY_MARK = Map.of(
            "id=\"crm-welcome\"", WELCOME,
            "id=\"password-new\"", PASSWORD,
            "id=\"crm-phone\"", PHONE,
            "id=\"kc-totp-settings-form\"", TOTP,
            "id=\"crm-terms\"", TERMS,
            "id=\"crm-getting-started\"", STARTED,
            "id=\"crm-dead-link\"", DEAD_LINK,
            "id=\"kc-form-login\"", SIGN_IN);

    static Where is(Page page) {
        if (page.isApplication()) {
            return APPLICATION;
        }
        if (page.text().contains("id=\"crm-code\"")) {
            return CODE;
        }
        return BY_MARK.entrySet().stream()
                .filter(mark -> page.text().contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ELSEWHERE);
    }
}
