package io.keycloakcrm.staff;

import io.keycloakcrm.staff.department.Department;
import io.keycloakcrm.staff.department.DepartmentTree;
import io.keycloakcrm.staff.department.Departments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

/** Shows a page of staff with a fixed number of queries, however many people are on it. */
final class StaffView {

    private static final Set<String> SHOWN = Set.of(
            StaffAttributes.EMPLOYEE_NUMBER,
            StaffAttributes.NICKNAME,
            StaffAttributes.PHONE_NUMBER,
            StaffAttributes.PHONE_NUMBER_VERIFIED,
            StaffAttributes.POSITION,
            StaffAttributes.HIRE_DATE,
            StaffAttributes.EMPLOYMENT_STATUS,
            StaffAttributes.MANAGER_ID,
            StaffAttributes.VALID_FROM,
            StaffAttributes.VALID_UNTIL);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final StaffPeopleRepository people;
    private final DepartmentTree tree;
    private final ProfileVisibility visible;
    private final Predicate<String> mayView;
    private final long now = System.currentTimeMillis();

    /**
     * Made for one request.
     *
     * @param mayView whether the caller may see the user of an id; asked of managers, who need not be on the page themselves
     */
    StaffView(KeycloakSession session, RealmModel realm, Predicate<String> mayView) {
        this.session = session;
        this.realm = realm;
        this.mayView = mayView;
        this.people = new StaffPeopleRepository(session);
        this.tree = new Departments(session, realm).tree();
        this.visible = ProfileVisibility.of(session);
    }

    List<StaffMember> of(List<StaffRepository.Entry> entries) {
        Set<String> ids = new HashSet<>();
        entries.forEach(entry -> ids.add(entry.user().getId()));
        Map<String, Map<String, String>> attributes = people.attributes(realm.getId(), ids, SHOWN);
        Map<String, List<String>> groups = people.groups(realm.getId(), ids);
        Map<String, String> managers = people.displayNames(realm.getId(), managers(attributes.values()));
        managers.keySet().removeIf(mayView.negate());
        Map<String, Map<String, Object>> facets = facets(ids);
        List<StaffMember> members = new ArrayList<>();
        for (StaffRepository.Entry entry : entries) {
            String id = entry.user().getId();
            members.add(member(
                    entry,
                    new Seen(attributes.getOrDefault(id, Map.of())),
                    groups.getOrDefault(id, List.of()),
                    managers,
                    facets.getOrDefault(id, Map.of())));
        }
        return members;
    }

    /** One member, with the realm's own attributes. */
    StaffMember ofOne(StaffRepository.Entry entry) {
        Set<String> own = new HashSet<>(visible.attributes());
        own.removeAll(StaffReserved.NAMES);
        Map<String, List<String>> attributes =
                people.allValues(realm.getId(), entry.user().getId(), own);
        return of(List.of(entry)).get(0).withAttributes(attributes);
    }

    /** The attributes of one person, as far as the profile shows them to administrators. */
    private final class Seen {

        private final Map<String, String> attributes;

        Seen(Map<String, String> attributes) {
            this.attributes = attributes;
        }

        @Nullable
        String value(String attribute) {
            return visible.shows(attribute) ? attributes.get(attribute) : null;
        }
    }

    private StaffMember member(
            StaffRepository.Entry entry,
            Seen seen,
            List<String> groups,
            Map<String, String> managers,
            Map<String, Object> facets) {
        UserEntity user = entry.user();
        StaffEntity staff = entry.staff();
        Optional<Department> primary = Optional.ofNullable(staff.departmentId).flatMap(tree::byId);
        return new StaffMember(
                user.getId(),
                user.getUsername(),
                user.getEmail(),
                user.getFirstName(),
                user.getLastName(),
                PersonName.display(user.getFirstName(), user.getLastName(), user.getUsername()),
                seen.value(StaffAttributes.NICKNAME),
                user.isEnabled(),
                StaffState.of(user.isEnabled(), staff.employmentStatus, staff.validUntil, now),
                seen.value(StaffAttributes.EMPLOYEE_NUMBER),
                primary.map(StaffView::place).orElse(null),
                secondary(groups, staff.departmentId),
                seen.value(StaffAttributes.POSITION),
                seen.value(StaffAttributes.PHONE_NUMBER),
                Boolean.parseBoolean(seen.value(StaffAttributes.PHONE_NUMBER_VERIFIED)),
                seen.value(StaffAttributes.HIRE_DATE),
                seen.value(StaffAttributes.EMPLOYMENT_STATUS),
                manager(seen.value(StaffAttributes.MANAGER_ID), managers),
                seen.value(StaffAttributes.VALID_FROM),
                seen.value(StaffAttributes.VALID_UNTIL),
                staff.lastLogin == null
                        ? null
                        : Instant.ofEpochMilli(staff.lastLogin).toString(),
                null,
                facets);
    }

    private static StaffMember.Place place(Department department) {
        return new StaffMember.Place(department.id(), department.path());
    }

    private List<StaffMember.Place> secondary(List<String> groups, @Nullable String primaryId) {
        return groups.stream()
                .filter(id -> !id.equals(primaryId))
                .map(tree::byId)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Department::path))
                .map(StaffView::place)
                .toList();
    }

    private static StaffMember.@Nullable Manager manager(@Nullable String id, Map<String, String> names) {
        @Nullable String name = id == null ? null : names.get(id);
        return id == null || name == null ? null : new StaffMember.Manager(id, name);
    }

    private static Set<String> managers(Collection<Map<String, String>> attributes) {
        Set<String> ids = new HashSet<>();
        attributes.forEach(ofOne ->
                Optional.ofNullable(ofOne.get(StaffAttributes.MANAGER_ID)).ifPresent(ids::add));
        return ids;
    }

    private Map<String, Map<String, Object>> facets(Set<String> ids) {
        Map<String, Map<String, Object>> byUser = new HashMap<>();
        session.getKeycloakSessionFactory()
                .getProviderFactoriesStream(StaffFacet.class)
                .forEach(factory -> session.getProvider(StaffFacet.class, factory.getId())
                        .show(realm, ids)
                        .forEach((id, value) -> byUser.computeIfAbsent(id, unused -> new HashMap<>())
                                .put(factory.getId(), value)));
        return byUser;
    }
}
