package io.keycloakcrm.invitation.onboarding;

import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.staff.StaffAttributes;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.freemarker.model.VerifyProfileBean;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * What a new person is shown of his profile: what the realm's profile lets him see, without what is empty and not his to
 * fill in. Where he is reached is not offered for change: the invitation was sent there.
 */
final class WelcomeProfile extends VerifyProfileBean {

    private final Set<String> kept;

    WelcomeProfile(
            UserModel user, @Nullable MultivaluedMap<String, String> form, Set<String> kept, KeycloakSession session) {
        super(user, form, session);
        this.kept = kept;
    }

    /** His e-mail address and, if it was to his telephone that the invitation was sent, its number. */
    static Map<String, String> kept(UserModel user, Invitation invitation) {
        Map<String, String> kept = new HashMap<>();
        @Nullable String email = user.getEmail();
        if (email != null) {
            kept.put(UserModel.EMAIL, email);
        }
        @Nullable String number = user.getFirstAttribute(StaffAttributes.PHONE_NUMBER);
        if (number != null && number.equals(invitation.address())) {
            kept.put(StaffAttributes.PHONE_NUMBER, number);
        }
        return kept;
    }

    @Override
    public List<Attribute> getAttributes() {
        return super.getAttributes().stream()
                .filter(attribute -> !kept.contains(attribute.getName()))
                .filter(attribute ->
                        !attribute.isReadOnly() || !attribute.getValues().isEmpty())
                .toList();
    }
}
