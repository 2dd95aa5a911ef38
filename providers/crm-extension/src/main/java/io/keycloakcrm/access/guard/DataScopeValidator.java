package io.keycloakcrm.access.guard;

import com.google.auto.service.AutoService;
import io.keycloakcrm.access.AccessProblems;
import io.keycloakcrm.access.ScopeTexts;
import io.keycloakcrm.claims.rules.ScopeEntry;
import io.keycloakcrm.claims.rules.ScopeRules;
import io.keycloakcrm.claims.rules.ScopeSyntaxException;
import io.keycloakcrm.rest.ActingAdministrator;
import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.staff.ProfileFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.validate.SimpleValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.ValidatorFactory;

/**
 * A person's own data scopes, {@code module=level[;departments=…][;regions=…]}: they can be read, name departments that
 * exist, and are no wider than the administrator who writes them may confer. What the person has already is not asked
 * about again, or an old slip would stand in the way of every other change.
 */
@AutoService(ValidatorFactory.class)
public final class DataScopeValidator implements SimpleValidator, ConfiguredProvider {

    /** Named in the realm's user profile. */
    public static final String ID = "crm-data-scope";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public ValidationContext validate(
            Object input, String inputHint, ValidationContext context, ValidatorConfig config) {
        AttributeContext attribute =
                UserProfileAttributeValidationContext.from(context).getAttributeContext();
        @Nullable UserModel user = attribute.getUser();
        List<String> present = own(user);
        List<String> wanted = texts(input);
        if (attribute.getContext().isAdminContext() && !Set.copyOf(wanted).equals(Set.copyOf(present))) {
            List<String> added = new ArrayList<>(wanted);
            added.removeAll(present);
            List<ValidationError> errors = unreadable(added, inputHint, context.getSession());
            errors.forEach(context::addError);
            if (errors.isEmpty()) {
                beyond(user, wanted, context.getSession())
                        .map(scope -> new ProfileFault(ID, inputHint, "crm.access.scope-too-wide", scope))
                        .ifPresent(context::addError);
            }
        }
        return context;
    }

    private static List<String> own(@Nullable UserModel user) {
        return user == null
                ? List.of()
                : user.getAttributeStream(ScopeRules.USER_ATTRIBUTE)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static List<String> texts(@Nullable Object input) {
        Stream<?> values = input instanceof Collection<?> several ? several.stream() : Stream.ofNullable(input);
        return values.filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static List<ValidationError> unreadable(List<String> added, String inputHint, KeycloakSession session) {
        List<ValidationError> errors = new ArrayList<>();
        for (String value : added) {
            try {
                ScopeRules.requireUserValue(value);
            } catch (ScopeSyntaxException fault) {
                errors.add(new ProfileFault(
                        ID, inputHint, ScopeTexts.code(fault.fault()), ScopeTexts.params(value, fault)));
            }
        }
        var problems = new AccessProblems(session, session.getContext().getRealm());
        ScopeRules.ofUser(added).entries().values().stream()
                .flatMap(List<ScopeEntry>::stream)
                .flatMap(entry -> problems.unknownDepartments(entry).stream())
                .map(id -> new ProfileFault(ID, inputHint, "crm.access.department-unknown", id))
                .forEach(errors::add);
        return errors;
    }

    /** The first scope that is wider than whoever writes may confer; where no administrator writes, nobody is asked. */
    private static Optional<String> beyond(@Nullable UserModel user, List<String> wanted, KeycloakSession session) {
        return ActingAdministrator.presentIn(session)
                .map(LawOfRights::new)
                .map(law -> new PersonalScopeLaw(session.getContext().getRealm(), law))
                .flatMap(law -> law.refusal(user, own(user), wanted));
    }

    @Override
    public String getHelpText() {
        return "Data scopes such as customer=department_tree or customer:edit=custom;regions=east.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
