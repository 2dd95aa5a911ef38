package io.keycloakcrm.setup;

import io.keycloakcrm.rest.Problem;
import io.keycloakcrm.staff.department.Departments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.GroupRepresentation;

/**
 * The group above all departments. The realm attribute holds its id and is what counts; the mark on the group lets an
 * administrator offer a group of his own before setup runs. Its name is free.
 */
record DepartmentRootItem(GroupRepresentation group) implements SetupItem {

    @Override
    public String id() {
        return "department-root";
    }

    @Override
    public Object desired() {
        return shipped(group.getAttributes());
    }

    @Override
    public Optional<?> live(SetupRealm realm) {
        return linked(realm).map(live -> shipped(live.getAttributes()));
    }

    @Override
    public void create(SetupRealm realm) {
        GroupModel root = offered(realm).orElseGet(() -> addGroup(realm));
        realm.model().setAttribute(Departments.ROOT, root.getId());
    }

    @Override
    public void update(SetupRealm realm) {
        GroupModel live = linked(realm).orElseThrow();
        group.getAttributes().forEach(live::setAttribute);
    }

    private GroupModel addGroup(SetupRealm realm) {
        KeycloakSession session = realm.session();
        // A group of that name which nobody offered may confer roles that departments must not.
        if (session.groups().getGroupByName(realm.model(), null, group.getName()) != null) {
            throw Problem.conflict("crm.setup.department-root-taken", group.getName());
        }
        GroupModel added = session.groups().createGroup(realm.model(), group.getName());
        group.getAttributes().forEach(added::setAttribute);
        return added;
    }

    private static Optional<GroupModel> linked(SetupRealm realm) {
        RealmModel model = realm.model();
        @Nullable String id = model.getAttribute(Departments.ROOT);
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(realm.session().groups().getGroupById(model, id));
    }

    private Optional<GroupModel> offered(SetupRealm realm) {
        return realm.session()
                .groups()
                .getTopLevelGroupsStream(realm.model())
                .filter(top -> shipped(top.getAttributes()).equals(desired()))
                .findFirst();
    }

    private Map<String, List<String>> shipped(Map<String, List<String>> attributes) {
        Map<String, List<String>> shipped = new TreeMap<>(attributes);
        shipped.keySet().retainAll(group.getAttributes().keySet());
        return shipped;
    }
}
