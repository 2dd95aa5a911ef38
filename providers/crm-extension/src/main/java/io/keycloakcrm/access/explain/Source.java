package io.keycloakcrm.access.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * One way in which a person has a role or a permission.
 *
 * @param group the group that has the role; null where it was granted to the person, or the reader may not see the group
 * @param memberOf the group below it to which the person belongs; null if that is the group itself, or not to be seen
 * @param chain names of roles, from the one that was granted through its composites down to the one that is explained;
 *     roles of clients as {@code client/role}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Source(Via via, @Nullable Group group, @Nullable Group memberOf, List<String> chain) {

    enum Via {
        DIRECT,
        GROUP;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param path names from the top of the realm's groups, each after a slash */
    record Group(String id, String path) {

        static Group of(GroupModel group) {
            return new Group(group.getId(), KeycloakModelUtils.buildGroupPath(group));
        }
    }

    static Source direct() {
        return new Source(Via.DIRECT, null, null, List.of());
    }

    static Source ofGroup(GroupModel group, GroupModel memberOf, Predicate<GroupModel> visible) {
        return new Source(
                Via.GROUP,
                visible.test(group) ? Group.of(group) : null,
                group.equals(memberOf) || !visible.test(memberOf) ? null : Group.of(memberOf),
                List.of());
    }

    Source through(List<String> roles) {
        return new Source(via, group, memberOf, List.copyOf(roles));
    }
}
