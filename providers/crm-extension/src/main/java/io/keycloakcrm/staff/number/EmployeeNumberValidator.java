package io.keycloakcrm.staff.number;

import com.google.auto.service.AutoService;
import io.keycloakcrm.staff.ProfileFault;
import io.keycloakcrm.staff.StaffAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

/**
 * Tells people in a field error that an employee number is taken or malformed. It is courtesy, not the guarantee: that
 * is {@link EmployeeNumberListener}, which also holds where no validator runs.
 */
@AutoService(ValidatorFactory.class)
public final class EmployeeNumberValidator implements SimpleValidator, ConfiguredProvider {

    /** Named in the realm's user profile. */
    public static final String ID = "crm-employee-number";

    /** Session attribute: who is asked instead of the database. */
    static final String HOLDERS = "crm.employee-number.holders";

    /** Answers the user id of the holder of a normalised number. */
    record Holders(Function<String, Optional<String>> of) {}

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
            if (value instanceof String written && !written.isBlank()) {
                check(written, user, inputHint, context);
            }
        }
        return context;
    }

    private static void check(String written, @Nullable UserModel user, String inputHint, ValidationContext context) {
        String number = EmployeeNumber.normalize(written);
        if (!EmployeeNumber.isValid(number)) {
            context.addError(new ProfileFault(ID, inputHint, "crm.staff.employee-number-invalid", written));
        } else if (!isUnchanged(number, user) && isTaken(number, user, context.getSession())) {
            context.addError(new ProfileFault(ID, inputHint, "crm.staff.employee-number-taken", written));
        }
    }

    private static boolean isUnchanged(String number, @Nullable UserModel user) {
        @Nullable String current = user == null ? null : user.getFirstAttribute(StaffAttributes.EMPLOYEE_NUMBER);
        return current != null && EmployeeNumber.normalize(current).equals(number);
    }

    private static boolean isTaken(String number, @Nullable UserModel user, KeycloakSession session) {
        return holder(number, session)
                .filter(holder -> user == null || !holder.equals(user.getId()))
                .isPresent();
    }

    private static Optional<String> holder(String number, KeycloakSession session) {
        @Nullable Holders known = session.getAttribute(HOLDERS, Holders.class);
        if (known != null) {
            return known.of().apply(number);
        }
        RealmModel realm = session.getContext().getRealm();
        var repository = new EmployeeNumberRepository(session);
        // First lock, then look: of two who ask at once the second looks after the first has committed.
        repository.lock(realm.getId(), number);
        return repository.holder(realm.getId(), number);
    }

    @Override
    public String getHelpText() {
        return "An employee number: 1 to 32 characters, unique in the realm whatever its case and width.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
