package io.keycloakcrm.staff;

import com.google.auto.service.AutoService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.validate.SimpleValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.ValidatorFactory;

/** The user id of another staff member of the realm who is not, at any remove, managed by this one. */
@AutoService(ValidatorFactory.class)
public final class ManagerValidator implements SimpleValidator, ConfiguredProvider {

    /** Named in the realm's user profile. */
    public static final String ID = "crm-manager";

    /** No company is deeper; beyond it the chain is taken for a circle that somebody wrote past the validators. */
    private static final int MAX_LEVELS = 100;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public ValidationContext validate(
            Object input, String inputHint, ValidationContext context, ValidatorConfig config) {
        @Nullable
        UserModel user = UserProfileAttributeValidationContext.from(context)
                .getAttributeContext()
                .getUser();
        for (Object value : input instanceof List<?> values ? values : List.of()) {
            if (value instanceof String managerId && !managerId.isBlank() && !isCurrent(managerId, user)) {
                check(managerId, user, inputHint, context);
            }
        }
        return context;
    }

    private static boolean isCurrent(String managerId, @Nullable UserModel user) {
        return user != null && managerId.equals(user.getFirstAttribute(StaffAttributes.MANAGER_ID));
    }

    private static void check(String managerId, @Nullable UserModel user, String inputHint, ValidationContext context) {
        KeycloakSession session = context.getSession();
        RealmModel realm = session.getContext().getRealm();
        @Nullable UserModel manager = session.users().getUserById(realm, managerId);
        if (manager == null || !new StaffIndex(session, realm).contains(manager)) {
            context.addError(new ProfileFault(ID, inputHint, "crm.staff.manager-unknown", managerId));
        } else if (user != null && closesCircle(session, realm, user, manager)) {
            context.addError(
                    new ProfileFault(ID, inputHint, "crm.staff.manager-circle", StaffIndex.displayName(manager)));
        }
    }

    private static boolean closesCircle(KeycloakSession session, RealmModel realm, UserModel user, UserModel manager) {
        @Nullable UserModel above = manager;
        for (int level = 0; above != null && level < MAX_LEVELS; level++) {
            if (above.getId().equals(user.getId())) {
                return true;
            }
            @Nullable String next = above.getFirstAttribute(StaffAttributes.MANAGER_ID);
            above = next == null ? null : session.users().getUserById(realm, next);
        }
        return above != null;
    }

    @Override
    public String getHelpText() {
        return "The id of another staff member who is not managed by this one.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
