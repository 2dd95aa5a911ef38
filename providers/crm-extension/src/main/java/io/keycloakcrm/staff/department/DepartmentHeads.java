package io.keycloakcrm.staff.department;

import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;

/** Who heads a department. */
final class DepartmentHeads {

    private final AdminCall call;

    DepartmentHeads(AdminCall call) {
        this.call = call;
    }

    /** Sets the heads a request names; a request that names none leaves them. */
    void apply(GroupModel department, DepartmentRequest request) {
        if (!request.headsGiven) {
            return;
        }
        if (request.heads == null || request.heads.isEmpty()) {
            department.removeAttribute(Departments.HEAD);
            return;
        }
        Set<String> heads = new LinkedHashSet<>(request.heads);
        heads.forEach(this::requireViewable);
        department.setAttribute(Departments.HEAD, List.copyOf(heads));
    }

    private void requireViewable(String userId) {
        @Nullable UserModel user = call.session().users().getUserById(call.realm(), userId);
        if (user == null || !call.auth().users().canView(user)) {
            throw Problem.badField("heads", "crm.department.head-unknown", userId);
        }
    }
}
