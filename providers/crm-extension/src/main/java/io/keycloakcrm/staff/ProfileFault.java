package io.keycloakcrm.staff;

import org.keycloak.validate.ValidationError;

/**
 * What a validator of ours has against a value of the user profile. Keycloak puts the key of the attribute before the
 * parameters of a message, and pages then say “phoneNumber is not a telephone number”; here the first parameter is what
 * the text is about, as in all other texts of ours.
 */
public final class ProfileFault extends ValidationError {

    /**
     * A fault at one attribute.
     *
     * @param attribute key of the attribute, by which pages find the field
     * @param code key of the text
     * @param params of the text
     */
    public ProfileFault(String validator, String attribute, String code, Object... params) {
        super(validator, attribute, code, params);
    }

    @Override
    public Object[] getInputHintWithMessageParameters() {
        return getMessageParameters();
    }
}
