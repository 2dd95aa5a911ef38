package io.keycloakcrm.staff;

import io.keycloakcrm.rest.LawOfRights;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/**
 * A property of a staff member that a room above the directory contributes, such as his roles. The id of the factory is
 * the name of the property.
 */
public interface StaffFacet extends Provider {

    /** The property of several people at once, by user id; who has none may be missing. */
    Map<String, Object> show(RealmModel realm, Collection<String> userIds);

    /**
     * What writing {@code wanted} would do, without doing it.
     *
     * @param law rights of the acting administrator; the plan refuses what he may not confer
     * @param user null for somebody who is about to be created
     */
    Plan plan(
            KeycloakSession session, RealmModel realm, LawOfRights law, @Nullable UserModel user, List<String> wanted);

    @Override
    default void close() {}

    /**
     * A planned write.
     *
     * @param errors why it must not be carried out; empty if it may
     * @param change null if nothing would change
     * @param apply carries it out
     */
    record Plan(List<StaffError> errors, @Nullable Change change, Consumer<UserModel> apply) {}
}
