package io.keycloakcrm.access.explain;

import io.keycloakcrm.claims.CrmRecord;
import io.keycloakcrm.claims.Permission;
import io.keycloakcrm.rest.Problem;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a person may do something with a certain record of an application. */
record RecordQuestion(Permission permission, CrmRecord record) {

    /**
     * The question of a request; nothing if it asks none.
     *
     * @param departmentId finds the id of a department that is named by id or path
     * @throws org.keycloak.services.ErrorResponseException 400 if it does not say what is to be done with the record
     */
    static Optional<RecordQuestion> read(
            @Nullable String module,
            @Nullable String operation,
            @Nullable String department,
            @Nullable String owner,
            @Nullable String region,
            UnaryOperator<String> departmentId) {
        if (Stream.of(module, operation, department, owner, region).allMatch(Objects::isNull)) {
            return Optional.empty();
        }
        if (module == null || operation == null) {
            throw Problem.badField(module == null ? "module" : "operation", "crm.access.question-incomplete");
        }
        String name = module + ":" + operation;
        Permission permission = Permission.parse(name)
                .orElseThrow(() -> Problem.badField("operation", "crm.access.permission-invalid", name));
        var record = new CrmRecord(owner, department == null ? null : departmentId.apply(department), region);
        return Optional.of(new RecordQuestion(permission, record));
    }
}
