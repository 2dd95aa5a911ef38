package io.keycloakcrm.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

class RoleClosureTest {

    private final UserModel user = mock(UserModel.class);

    private static RoleModel role(String id, RoleModel... parts) {
        RoleModel role = mock(RoleModel.class);
        when(role.getId()).thenReturn(id);
        when(role.getCompositesStream()).thenAnswer(call -> Stream.of(parts));
        return role;
    }

    private static GroupModel group(GroupModel above, RoleModel... roles) {
        GroupModel group = mock(GroupModel.class);
        when(group.getParent()).thenReturn(above);
        when(group.getRoleMappingsStream()).thenAnswer(call -> Stream.of(roles));
        return group;
    }

    private void has(Stream<GroupModel> groups, RoleModel... roles) {
        when(user.getGroupsStream()).thenReturn(groups);
        when(user.getRoleMappingsStream()).thenAnswer(call -> Stream.of(roles));
    }

    @Test
    void holdsWhatRolesConsistOfAtAnyDepth() {
        has(Stream.empty(), role("a", role("b", role("c"))));

        assertThat(RoleClosure.of(user).roles()).map(RoleModel::getId).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void holdsTheRolesOfGroupsAndOfThoseAbove() {
        RoleModel above = role("above");
        GroupModel top = mock(GroupModel.class);
        when(top.getRoleMappingsStream()).thenReturn(Stream.of(above));
        has(Stream.of(group(top, role("own"))));

        assertThat(RoleClosure.of(user).roles()).map(RoleModel::getId).containsExactlyInAnyOrder("own", "above");
    }

    @Test
    void endsWhereRolesGoInACircle() {
        RoleModel first = role("a");
        RoleModel second = role("b", first);
        when(first.getCompositesStream()).thenAnswer(call -> Stream.of(second));
        has(Stream.empty(), first);

        assertThat(RoleClosure.of(user).roles()).map(RoleModel::getId).containsExactlyInAnyOrder("a", "b");
    }
}
