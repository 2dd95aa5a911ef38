package io.keycloakcrm.invitation.onboarding;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.freemarker.model.VerifyProfileBean;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * What a new person is shown of his profile: what the realm's profile lets him see, without what is empty and not his to
 * fill in. His e-mail address is not offered for change: the invitation was sent to it.
 */
final class WelcomeProfile extends VerifyProfileBean {

    private final boolean hasAddress;

    WelcomeProfile(UserModel user, @Nullable MultivaluedMap<String, String> form, KeycloakSession session) {
        super(user, form, session);
        this.hasAddress = user.getEmail() != null;
    }

    @Override
    public List<Attribute> getAttributes() {
        return super.getAttributes().stream()
                .filter(attribute -> !(hasAddress && attribute.getName().equals(UserModel.EMAIL)))
                .filter(attribute ->
                        !attribute.isReadOnly() || !attribute.getValues().isEmpty())
                .toList();
    }
}
