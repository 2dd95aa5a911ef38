package io.keycloakcrm.staff;

import io.keycloakcrm.jpa.DirectInserts;
import io.keycloakcrm.staff.number.EmployeeNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.jpa.JpaUserProviderFactory;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.models.jpa.entities.UserRequiredActionEntity;
import org.keycloak.models.jpa.entities.UserRoleMappingEntity;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.workflow.Workflow;
import org.keycloak.models.workflow.WorkflowProvider;
import org.keycloak.representations.idm.MembershipType;
import org.keycloak.userprofile.DeclarativeUserProfileProviderFactory;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * New members who are inserted together, as rows of Keycloak's own entities instead of one model call after the other.
 * Nobody hears of it: no federation provider, no workflow, no listener of memberships or role grants. Therefore only
 * where {@link #suits} says that nobody needs to.
 */
public final class StaffInserts {

    /** Attributes that are columns of Keycloak's user. */
    private static final Set<String> COLUMNS =
            Set.of(UserModel.USERNAME, UserModel.EMAIL, UserModel.FIRST_NAME, UserModel.LAST_NAME);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final StaffIndex index;
    private final List<UnsavedUser> users = new ArrayList<>();

    public StaffInserts(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.index = new StaffIndex(session, realm);
    }

    /**
     * Whether inserted members are the same as members made through Keycloak's models: users and profiles are
     * Keycloak's own implementation, no user federation is enabled in the realm, and no workflow is.
     */
    public static boolean suits(KeycloakSession session, RealmModel realm) {
        var factories = session.getKeycloakSessionFactory();
        return factories.getProviderFactory(UserProvider.class).getClass() == JpaUserProviderFactory.class
                && factories.getProviderFactory(UserProfileProvider.class).getClass()
                        == DeclarativeUserProfileProviderFactory.class
                && !KeyHolders.isFederated(realm)
                && workflows(session).noneMatch(Workflow::isEnabled);
    }

    private static Stream<Workflow> workflows(KeycloakSession session) {
        return Stream.ofNullable(session.getProvider(WorkflowProvider.class)).flatMap(WorkflowProvider::getWorkflows);
    }

    void add(UnsavedUser user) {
        users.add(user);
    }

    /**
     * Writes all who were added, in the session's transaction; to be called once.
     *
     * @throws RuntimeException if a user name, e-mail address or employee number is somebody else's by now; the
     *     transaction can only be rolled back
     */
    public void write() {
        if (users.isEmpty()) {
            return;
        }
        // In one order everywhere, so that two transactions that want the same names cannot wait for each other.
        users.sort(Comparator.comparing(UserModel::getUsername));
        List<UserEntity> entities = new ArrayList<>(users.size());
        List<UserAttributeEntity> attributes = new ArrayList<>();
        List<UserRoleMappingEntity> roles = new ArrayList<>();
        List<UserGroupMembershipEntity> memberships = new ArrayList<>();
        List<UserRequiredActionEntity> actions = new ArrayList<>();
        for (UnsavedUser user : users) {
            UserEntity entity = entity(user);
            entities.add(entity);
            attributes(user, entity).forEach(attributes::add);
            user.roleIds().map(id -> role(entity, id)).forEach(roles::add);
            user.groupIds().map(id -> membership(entity, id)).forEach(memberships::add);
            user.getRequiredActionsStream()
                    .map(action -> action(entity, action))
                    .forEach(actions::add);
        }
        try (DirectInserts direct = DirectInserts.in(session)) {
            direct.insert(entities);
            direct.insert(attributes);
            direct.insert(roles);
            direct.insert(memberships);
            direct.insert(actions);
            EmployeeNumbers.reserve(direct, attributes);
            direct.insert(users.stream().map(index::entry).toList());
        }
        users.clear();
    }

    private UserEntity entity(UnsavedUser user) {
        var entity = new UserEntity();
        entity.setId(user.getId());
        entity.setRealmId(realm.getId());
        entity.setUsername(user.getUsername());
        entity.setEmail(user.getEmail(), realm.isDuplicateEmailsAllowed());
        entity.setFirstName(user.getFirstName());
        entity.setLastName(user.getLastName());
        entity.setEnabled(user.isEnabled());
        entity.setEmailVerified(user.isEmailVerified());
        Long created = Objects.requireNonNull(user.getCreatedTimestamp());
        entity.setCreatedTimestamp(created);
        entity.setLastModifiedTimestamp(created);
        return entity;
    }

    private static Stream<UserAttributeEntity> attributes(UnsavedUser user, UserEntity entity) {
        return user.getAttributes().entrySet().stream()
                .filter(attribute -> !COLUMNS.contains(attribute.getKey()))
                .flatMap(attribute -> attribute.getValue().stream().map(value -> Map.entry(attribute.getKey(), value)))
                .map(attribute -> {
                    var row = new UserAttributeEntity();
                    row.setId(KeycloakModelUtils.generateId());
                    row.setUser(entity);
                    row.setName(attribute.getKey());
                    row.setValue(attribute.getValue());
                    return row;
                });
    }

    private static UserRoleMappingEntity role(UserEntity user, String roleId) {
        var mapping = new UserRoleMappingEntity();
        mapping.setUser(user);
        mapping.setRoleId(roleId);
        return mapping;
    }

    private static UserGroupMembershipEntity membership(UserEntity user, String groupId) {
        var membership = new UserGroupMembershipEntity();
        membership.setUser(user);
        membership.setGroupId(groupId);
        membership.setMembershipType(MembershipType.UNMANAGED);
        return membership;
    }

    private static UserRequiredActionEntity action(UserEntity user, String alias) {
        var action = new UserRequiredActionEntity();
        action.setUser(user);
        action.setAction(alias);
        return action;
    }
}
