package io.keycloakcrm.staff;

import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.staff.department.Departments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Takes away everything that a member holds in the directory: departments, headships, data scope and what other rooms
 * have given him. His profile is not validated: nobody keeps authority because of a phone number that the realm would
 * not accept today.
 */
public final class Departure {

    /** Employment status of who does not work here any more. */
    public static final String LEFT = "left";

    private static final StaffDraft.Seat NO_SEAT = new StaffDraft.Seat(true, null, List.of(), null);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final LawOfRights law;
    private final StaffIndex index;
    private final SeatWriter seats;
    private final Headships headships;

    /**
     * Made for one request or one chunk.
     *
     * @param auth rights of the administrator in whose name is written
     */
    public Departure(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.law = new LawOfRights(auth);
        this.index = new StaffIndex(session, realm);
        this.seats = new SeatWriter(new Departments(session, realm), law);
        this.headships = new Headships(session, realm, auth);
    }

    /** Whether the user does not work here any more. */
    public static boolean hasLeft(UserModel user) {
        return LEFT.equals(user.getFirstAttribute(StaffAttributes.EMPLOYMENT_STATUS));
    }

    /**
     * What taking all away would do, refused as a whole if the administrator may not do some of it.
     *
     * @param facets ids of the {@link StaffFacet}s that are emptied
     */
    public StaffPlan plan(UserModel user, Set<String> facets) {
        List<StaffError> errors = new ArrayList<>();
        Map<String, Change> changes = new TreeMap<>();
        List<Consumer<UserModel>> steps = new ArrayList<>();
        new StaffWriter(session, realm, auth).refusal(user).ifPresent(errors::add);
        for (SeatWriter.Plan plan : List.of(headships.planGivingUp(user), seats.plan(user, NO_SEAT))) {
            errors.addAll(plan.errors());
            changes.putAll(plan.changes());
            if (!plan.changes().isEmpty()) {
                steps.add(plan.apply());
            }
        }
        for (String id : facets) {
            StaffFacet.Plan plan = session.getProvider(StaffFacet.class, id).plan(session, realm, law, user, List.of());
            errors.addAll(plan.errors());
            if (plan.change() != null) {
                changes.put(id, plan.change());
                steps.add(plan.apply());
            }
        }
        put(changes, user, StaffAttributes.EMPLOYMENT_STATUS, LEFT);
        put(changes, user, StaffAttributes.DATA_SCOPE, null);
        return new StaffPlan(List.copyOf(errors), changes, () -> carryOut(user, steps));
    }

    private UserModel carryOut(UserModel user, List<Consumer<UserModel>> steps) {
        steps.forEach(step -> step.accept(user));
        user.setSingleAttribute(StaffAttributes.EMPLOYMENT_STATUS, LEFT);
        user.removeAttribute(StaffAttributes.DATA_SCOPE);
        index.refresh(user);
        return user;
    }

    private static void put(Map<String, Change> changes, UserModel user, String attribute, @Nullable String after) {
        List<String> values = user.getAttributeStream(attribute).toList();
        @Nullable String before = values.isEmpty() ? null : String.join(";", values);
        if (before == null ? after != null : !before.equals(after)) {
            changes.put(attribute, new Change(before, after));
        }
    }
}
