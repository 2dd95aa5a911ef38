package io.keycloakcrm.staff.department;

import io.keycloakcrm.rest.Problem;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The department tree of one realm. Asks no rights: its callers do, each in its own terms. */
public final class Departments {

    /** Realm attribute that holds the group id of the department root. */
    public static final String ROOT = "crm.department-root";

    /** Group attribute that holds the user ids of the heads. */
    public static final String HEAD = "crm.head";

    private static final int MAX_NAME_LENGTH = 100;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final DepartmentRepository repository;

    public Departments(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.repository = new DepartmentRepository(session);
    }

    /** The group below which departments are; empty where setup has not run or the group was deleted. */
    public Optional<GroupModel> root() {
        return Optional.ofNullable(realm.getAttribute(ROOT)).flatMap(this::group);
    }

    /** The tree as it is now; empty where there is no department root. */
    public DepartmentTree tree() {
        return root().map(root -> repository.tree(realm.getId(), root.getId()))
                .orElseGet(() -> new DepartmentTree("", Stream.empty()));
    }

    /**
     * The tree from Keycloak's realm cache, without SQL when it is warm: as of the last change that this node has heard of, with
     * the changes of this transaction.
     */
    public DepartmentTree cachedTree() {
        return root().map(root -> new DepartmentTreeCache(session, realm)
                        .get(root.getId(), () -> repository.tree(realm.getId(), root.getId())))
                .orElseGet(() -> new DepartmentTree("", Stream.empty()));
    }

    /** Where {@link #cachedTree} stands in Keycloak's realm cache; empty where there is no department root. */
    public Optional<String> cachedTreeKey() {
        return root().map(root -> DepartmentTreeCache.key(realm));
    }

    /** The group of a department that was found in {@link #tree}. */
    public GroupModel group(Department department) {
        return group(department.id()).orElseThrow(() -> Problem.notFound("crm.department.not-found"));
    }

    /** Whether {@code group} is a department: below the root, at any depth. */
    public boolean contains(GroupModel group) {
        @Nullable String rootId = realm.getAttribute(ROOT);
        for (@Nullable GroupModel above = group.getParent(); above != null; above = above.getParent()) {
            if (above.getId().equals(rootId)) {
                return true;
            }
        }
        return false;
    }

    /** The departments that everybody joins who is created. */
    public List<GroupModel> byDefault() {
        return realm.getDefaultGroupsStream().filter(this::contains).toList();
    }

    /**
     * Creates a department.
     *
     * @param parent null for one at the top
     * @throws org.keycloak.services.ErrorResponseException 400 for a bad name, 409 if the name is taken there or the
     *     realm has no department root
     */
    public GroupModel create(String name, @Nullable GroupModel parent) {
        GroupModel above = parent == null ? requireRoot() : parent;
        String checked = checkedName(name);
        requireFree(checked, above);
        try {
            return session.groups().createGroup(realm, checked, above);
        } catch (ModelDuplicateException takenMeanwhile) {
            throw nameTaken(checked);
        }
    }

    /** The department of a path, created together with the ones above it where they are missing. */
    public GroupModel require(String path, DepartmentTree tree) {
        @Nullable GroupModel parent = null;
        String above = "";
        for (String name : path.split(Department.SEPARATOR, -1)) {
            above = above.isEmpty() ? name : above + Department.SEPARATOR + name;
            @Nullable GroupModel from = parent;
            parent = tree.byPath(above)
                    .map(this::group)
                    .or(() -> Optional.ofNullable(
                            session.groups().getGroupByName(realm, from == null ? requireRoot() : from, name.strip())))
                    .orElseGet(() -> create(name, from));
        }
        return Objects.requireNonNull(parent);
    }

    /** Renames; the members' path attributes follow in the background. */
    public void rename(GroupModel department, String name) {
        String checked = checkedName(name);
        if (checked.equals(department.getName())) {
            return;
        }
        GroupModel above = department.getParent();
        requireFree(checked, above);
        String previous = path(department);
        department.setName(checked);
        GroupModel.GroupPathChangeEvent.fire(department, path(department), previous, session);
    }

    /** Moves below another department or, with {@code null}, to the top. */
    public void move(GroupModel department, @Nullable GroupModel parent) {
        GroupModel target = parent == null ? requireRoot() : parent;
        for (@Nullable GroupModel above = target; above != null; above = above.getParent()) {
            if (above.getId().equals(department.getId())) {
                throw Problem.badField("parentId", "crm.department.circle", department.getName());
            }
        }
        if (target.getId().equals(department.getParentId())) {
            return;
        }
        requireFree(department.getName(), target);
        session.groups().moveGroup(realm, department, target);
    }

    /** User ids of the heads; empty if nobody is head. */
    public List<String> heads(GroupModel department) {
        return department.getAttributeStream(HEAD).toList();
    }

    /** The departments that name the user as head. */
    public List<GroupModel> headedBy(String userId) {
        return repository.headedBy(realm.getId(), userId).stream()
                .flatMap(id -> group(id).stream())
                .filter(this::contains)
                .toList();
    }

    private GroupModel requireRoot() {
        return root().orElseThrow(() -> Problem.conflict("crm.department.root-missing"));
    }

    private Optional<GroupModel> group(String id) {
        return Optional.ofNullable(session.groups().getGroupById(realm, id));
    }

    private void requireFree(String name, GroupModel above) {
        if (session.groups().getGroupByName(realm, above, name) != null) {
            throw nameTaken(name);
        }
    }

    private static RuntimeException nameTaken(String name) {
        return Problem.conflict("crm.department.name-taken", name);
    }

    /** Whether departments of these names could be created. */
    public static boolean isValidPath(String path) {
        return Stream.of(path.split(Department.SEPARATOR, -1)).allMatch(Departments::isValidName);
    }

    private static boolean isValidName(String name) {
        String stripped = name.strip();
        return !stripped.isEmpty()
                && stripped.length() <= MAX_NAME_LENGTH
                && !stripped.contains(Department.SEPARATOR)
                && stripped.chars().noneMatch(Character::isISOControl);
    }

    private static String checkedName(String name) {
        if (!isValidName(name)) {
            throw Problem.badField("name", "crm.department.name-invalid", name);
        }
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    private String path(GroupModel department) {
        return KeycloakModelUtils.buildGroupPath(department);
    }
}
