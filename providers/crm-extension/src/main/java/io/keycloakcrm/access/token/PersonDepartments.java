package io.keycloakcrm.access.token;

import io.keycloakcrm.claims.Department;
import io.keycloakcrm.claims.DepartmentSet;
import io.keycloakcrm.claims.rules.DepartmentTree;
import io.keycloakcrm.staff.StaffAttributes;
import io.keycloakcrm.staff.department.Departments;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Where one person stands in the realm's tree: in the departments of which the person is a member, and in no others. */
public final class PersonDepartments implements DepartmentTree {

    private final io.keycloakcrm.staff.department.DepartmentTree tree;
    private final @Nullable String primaryId;
    private final Set<String> own;

    public PersonDepartments(KeycloakSession session, RealmModel realm, UserModel user) {
        this.tree = new Departments(session, realm).cachedTree();
        Set<String> member = user.getGroupsStream()
                .map(GroupModel::getId)
                .filter(id -> tree.byId(id).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        // The attribute only says which of them comes first. It can be written where groups cannot, as by a realm file.
        @Nullable String written = user.getFirstAttribute(StaffAttributes.DEPARTMENT_ID);
        this.primaryId = written != null && member.contains(written) ? written : null;
        this.own = Stream.concat(Stream.ofNullable(primaryId), member.stream())
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    /** As it is called now, whatever the attribute of that name still says. */
    Optional<Department> primary() {
        return Optional.ofNullable(primaryId)
                .flatMap(tree::byId)
                .map(department -> new Department(department.id(), department.path()));
    }

    @Override
    public Set<String> own() {
        return own;
    }

    @Override
    public DepartmentSet withDescendants(Set<String> departmentIds) {
        if (departmentIds.size() == 1) {
            return tree.claimed(departmentIds.iterator().next());
        }
        return DepartmentSet.of(departmentIds.stream()
                .flatMap(id -> tree.claimed(id).ids().stream())
                .toList());
    }
}
