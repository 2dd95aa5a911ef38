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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Where one person stands in the realm's tree. */
public final class PersonDepartments implements DepartmentTree {

    private final UserModel user;
    private final io.keycloakcrm.staff.department.DepartmentTree tree;

    public PersonDepartments(KeycloakSession session, RealmModel realm, UserModel user) {
        this.user = user;
        this.tree = new Departments(session, realm).cachedTree();
    }

    /** As it is called now, whatever the attribute of that name still says. */
    Optional<Department> primary() {
        return Optional.ofNullable(primaryId())
                .flatMap(tree::byId)
                .map(department -> new Department(department.id(), department.path()));
    }

    private @Nullable String primaryId() {
        return user.getFirstAttribute(StaffAttributes.DEPARTMENT_ID);
    }

    @Override
    public Set<String> own() {
        Set<String> ids = new LinkedHashSet<>();
        Stream.concat(
                        Stream.ofNullable(primaryId()),
                        user.getGroupsStream().map(GroupModel::getId).sorted())
                .filter(id -> tree.byId(id).isPresent())
                .forEach(ids::add);
        return Collections.unmodifiableSet(ids);
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
