package io.keycloakcrm.staff.department;

import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.staff.StaffIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** Shows departments with heads and head counts; counts the members of a realm once for all of them. */
final class DepartmentView {

    private final AdminCall call;
    private final Departments departments;
    private final DepartmentTree tree;
    private final Map<String, Long> headCounts;

    DepartmentView(AdminCall call, Departments departments, DepartmentTree tree) {
        this.call = call;
        this.departments = departments;
        this.tree = tree;
        this.headCounts =
                new DepartmentRepository(call.session()).headCounts(call.realm().getId());
    }

    DepartmentRepresentation of(Department department) {
        return new DepartmentRepresentation(
                department.id(),
                department.name(),
                department.path(),
                department.parentId(),
                heads(department),
                count(List.of(department.id())),
                count(tree.subtree(department.id())),
                tree.hasChildren(department.id()));
    }

    /** A count tells of people one by one to whoever watches it change, so it is for those who may view them all. */
    private @Nullable Long count(List<String> departmentIds) {
        return call.auth().users().canView()
                ? departmentIds.stream()
                        .mapToLong(id -> headCounts.getOrDefault(id, 0L))
                        .sum()
                : null;
    }

    private List<DepartmentRepresentation.Head> heads(Department department) {
        return departments.heads(departments.group(department)).stream()
                .map(id -> Optional.ofNullable(call.session().users().getUserById(call.realm(), id)))
                .flatMap(Optional::stream)
                .filter(user -> call.auth().users().canView(user))
                .map(DepartmentView::head)
                .toList();
    }

    private static DepartmentRepresentation.Head head(UserModel user) {
        return new DepartmentRepresentation.Head(user.getId(), StaffIndex.displayName(user));
    }
}
