package io.keycloakcrm.staff.department;

import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Problem;
import io.keycloakcrm.staff.StaffIndex;
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
        Set<String> heads = new LinkedHashSet<>(request.heads == null ? List.of() : request.heads);
        heads.forEach(this::requireStaff);
        // Heads whom the administrator may not see were not in the list that he read and sends back.
        department.getAttributeStream(Departments.HEAD).filter(this::isHidden).forEach(heads::add);
        if (heads.isEmpty()) {
            department.removeAttribute(Departments.HEAD);
        } else {
            department.setAttribute(Departments.HEAD, List.copyOf(heads));
        }
    }

    private boolean isHidden(String userId) {
        @Nullable UserModel user = call.session().users().getUserById(call.realm(), userId);
        return user != null && !call.auth().users().canView(user);
    }

    private void requireStaff(String userId) {
        @Nullable UserModel user = call.session().users().getUserById(call.realm(), userId);
        if (user == null
                || !call.auth().users().canView(user)
                || !new StaffIndex(call.session(), call.realm()).contains(user)) {
            throw Problem.badField("heads", "crm.department.head-unknown", userId);
        }
    }
}
