package io.keycloakcrm.staff;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;

/**
 * What a staff member shall be. Only what is given is written; everything else stays.
 *
 * @param attributes profile attributes by name, {@code username}, {@code email}, {@code firstName} and {@code lastName}
 *     among them; an empty list clears
 * @param seat departments; null leaves them
 * @param facets properties that other rooms know how to write, by id of their {@link StaffFacet}
 * @param enabled whether a new account may sign in; without meaning for an existing one
 */
public record StaffDraft(
        Map<String, List<String>> attributes, @Nullable Seat seat, Map<String, List<String>> facets, boolean enabled) {

    public StaffDraft {
        attributes = Map.copyOf(attributes);
        facets = Map.copyOf(facets);
    }

    /**
     * Departments of a person.
     *
     * @param primaryGiven whether the primary department changes
     * @param primary the new one; null for none
     * @param secondary all secondary ones; null leaves them
     * @param head whether the person heads the primary department; null leaves it
     */
    public record Seat(
            boolean primaryGiven,
            @Nullable GroupModel primary,
            @Nullable List<GroupModel> secondary,
            @Nullable Boolean head) {}
}
