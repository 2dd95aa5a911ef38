package io.keycloakcrm.imports.member;

import io.keycloakcrm.imports.file.RowFault;
import io.keycloakcrm.imports.job.ChunkContext;
import io.keycloakcrm.imports.job.PreparedRow;
import io.keycloakcrm.imports.mapping.StaffField;
import io.keycloakcrm.staff.StaffAttributes;
import io.keycloakcrm.staff.StaffError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** Puts the directory's errors where the uploader can see them: at a column of his file, with what stands there. */
final class Faults {

    private static final int VALUE_CHARACTERS = 200;

    private static final Map<String, StaffField> FIELDS =
            Map.of(StaffAttributes.MANAGER_ID, StaffField.MANAGER, "secondaryDepartments", StaffField.DEPARTMENT);

    private final ChunkContext context;
    private final PreparedRow row;

    Faults(ChunkContext context, PreparedRow row) {
        this.context = context;
        this.row = row;
    }

    List<RowFault> of(List<StaffError> errors) {
        return errors.stream()
                .map(error -> of(error.field(), error.code(), error.params()))
                .toList();
    }

    RowFault of(StaffField field, String code, String... params) {
        return of(field.id(), code, List.of(params));
    }

    private RowFault of(@Nullable String property, String code, List<String> params) {
        if (property == null) {
            return new RowFault(code, null, null, params);
        }
        String field = FIELDS.containsKey(property) ? FIELDS.get(property).id() : property;
        @Nullable Integer column = context.column(field);
        if (column == null) {
            column = context.column(source(field).id());
        }
        return new RowFault(code, column, shortened(String.join(";", row.values(field))), params);
    }

    /** The field from which one that is not mapped itself was made. */
    private StaffField source(String field) {
        if (field.equals(UserModel.FIRST_NAME) || field.equals(UserModel.LAST_NAME)) {
            return StaffField.NAME;
        }
        // A user name that is not mapped is the e-mail address or else the employee number.
        return row.values(StaffField.EMAIL.id()).isEmpty() ? StaffField.EMPLOYEE_NUMBER : StaffField.EMAIL;
    }

    private static String shortened(String value) {
        return value.length() <= VALUE_CHARACTERS ? value : value.substring(0, VALUE_CHARACTERS);
    }
}
