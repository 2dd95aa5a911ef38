package io.keycloakcrm.imports.member;

import io.keycloakcrm.imports.mapping.StaffField;
import io.keycloakcrm.staff.number.EmployeeNumbers;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Finds a member by one of the fields that identify people. */
final class MemberKeys {

    private final KeycloakSession session;
    private final RealmModel realm;

    MemberKeys(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    Optional<UserModel> find(StaffField key, String value) {
        return switch (key) {
            case EMPLOYEE_NUMBER ->
                new EmployeeNumbers(session, realm)
                        .holder(value)
                        .flatMap(id -> Optional.ofNullable(session.users().getUserById(realm, id)));
            case EMAIL ->
                Optional.ofNullable(
                        session.users().getUserByEmail(realm, value.strip().toLowerCase(Locale.ROOT)));
            case USERNAME ->
                Optional.ofNullable(
                        session.users().getUserByUsername(realm, value.strip().toLowerCase(Locale.ROOT)));
            default -> throw new IllegalArgumentException(key.id() + " does not identify anybody");
        };
    }
}
