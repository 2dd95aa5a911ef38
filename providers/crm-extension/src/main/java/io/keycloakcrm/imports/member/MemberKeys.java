package io.keycloakcrm.imports.member;

import io.keycloakcrm.imports.job.ChunkContext;
import io.keycloakcrm.imports.job.PreparedRow;
import io.keycloakcrm.imports.mapping.StaffField;
import io.keycloakcrm.staff.KeyHolders;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.UserModel;

/** Finds members by the fields that identify people; asks the database once for all rows of a chunk. */
final class MemberKeys {

    private static final List<StaffField> NAMES = List.of(StaffField.USERNAME, StaffField.EMAIL);

    private final ChunkContext context;
    private final KeyHolders holders;

    MemberKeys(ChunkContext context, Collection<PreparedRow> rows) {
        this.context = context;
        this.holders = new KeyHolders(context.session(), context.realm());
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (PreparedRow row : rows) {
            NAMES.forEach(field -> row.values(field.id()).forEach(value -> names.add(name(value))));
            row.values(StaffField.EMPLOYEE_NUMBER.id()).forEach(numbers::add);
            row.values(StaffField.MANAGER.id()).forEach(numbers::add);
            row.values(StaffField.MANAGER.id()).forEach(value -> names.add(name(value)));
        }
        if (context.column(StaffField.EMAIL.id()) == null) {
            // Without an address the employee number becomes the user name.
            numbers.forEach(number -> names.add(name(number)));
        }
        holders.lookUp(names, numbers);
    }

    /** Who has which key, for whoever writes the rows. */
    KeyHolders holders() {
        return holders;
    }

    Optional<UserModel> find(StaffField key, String value) {
        return id(key, value)
                .flatMap(id -> Optional.ofNullable(context.session().users().getUserById(context.realm(), id)));
    }

    private Optional<String> id(StaffField key, String value) {
        return switch (key) {
            case EMPLOYEE_NUMBER -> holders.ofNumber(value);
            case EMAIL -> holders.ofEmail(name(value));
            case USERNAME -> holders.ofUsername(name(value));
            default -> throw new IllegalArgumentException(key.id() + " does not identify anybody");
        };
    }

    private static String name(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
