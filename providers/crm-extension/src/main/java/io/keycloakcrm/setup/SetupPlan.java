package io.keycloakcrm.setup;

import io.keycloakcrm.staff.PhoneRegion;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.theme.Theme;

/** The parts of a CRM realm in the order in which they need one another. */
record SetupPlan(List<SetupItem> items) {

    /** After the first credential would have been a password, before anything that Keycloak has there by default. */
    private static final int PASSKEY_PRIORITY = 5;

    SetupPlan {
        items = List.copyOf(items);
    }

    static SetupPlan of(RealmConfig config) {
        return new SetupPlan(
                Stream.of(realm(config), profile(config), access(config), clientScopes(config), onboarding(config))
                        .flatMap(parts -> parts)
                        .toList());
    }

    private static Stream<SetupItem> realm(RealmConfig config) {
        Stream<SetupItem> locales = config.realm().getSupportedLocales().stream()
                .sorted()
                .map(tag -> new LocaleItem(tag, config.realm().getDefaultLocale()));
        String region = Objects.requireNonNull(config.realm().getAttributes().get(PhoneRegion.ATTRIBUTE));
        Stream<SetupItem> single = Stream.of(
                new RealmDefaultItem("default-region", PhoneRegion.ATTRIBUTE, region),
                new DepartmentRootItem(config.departmentRoot()),
                new ThemeItem(Theme.Type.LOGIN, config.realm().getLoginTheme()),
                new ThemeItem(Theme.Type.ACCOUNT, config.realm().getAccountTheme()),
                new ThemeItem(Theme.Type.EMAIL, config.realm().getEmailTheme()));
        return Stream.concat(locales, single);
    }

    private static Stream<SetupItem> profile(RealmConfig config) {
        return Stream.concat(
                config.profile().getGroups().stream().map(ProfileGroupItem::new),
                config.profile().getAttributes().stream().map(ProfileAttributeItem::new));
    }

    private static Stream<SetupItem> access(RealmConfig config) {
        String clientId = config.client().getClientId();
        return Stream.of(
                        Stream.of(new ClientItem(config.client())),
                        config.permissions().stream().map(role -> new PermissionItem(clientId, role)),
                        config.roles().stream().map(CrmRoleItem::new))
                .flatMap(parts -> parts);
    }

    /** The gate and its steps come before what Keycloak asks for itself, and among that a passkey comes first. */
    private static Stream<SetupItem> onboarding(RealmConfig config) {
        return Stream.concat(
                config.requiredActions().stream().map(RequiredActionItem::new),
                Stream.of(new PasskeyOrderItem(PASSKEY_PRIORITY)));
    }

    private static Stream<SetupItem> clientScopes(RealmConfig config) {
        return config.clientScopes().stream()
                .flatMap(scope -> Stream.concat(
                        Stream.of(new ClientScopeItem(scope)),
                        scope.getProtocolMappers().stream()
                                .map(mapper -> new ScopeMapperItem(scope.getName(), mapper))));
    }
}
