package io.keycloakcrm.staff;

import io.keycloakcrm.staff.number.EmployeeNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.storage.UserStorageUtil;

/**
 * Keeps {@code CRM_STAFF} in line with the users it is made of. The index is never the authority: it can be dropped and
 * rebuilt, and a value it cannot read is simply not indexed.
 */
public final class StaffIndex {

    private static final int COLUMN_CHARACTERS = 255;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final StaffRepository repository;

    public StaffIndex(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.repository = new StaffRepository(session);
    }

    /** Whether the user is a staff member. */
    public boolean contains(UserModel user) {
        return repository.find(realm.getId(), user.getId()).isPresent();
    }

    /** Makes the user a staff member, or brings his entry up to date. */
    public void refresh(UserModel user) {
        StaffEntity entry = repository
                .find(realm.getId(), user.getId())
                .orElseGet(() -> repository.add(new StaffEntity(realm.getId(), user.getId())));
        forgetProofOfAnotherNumber(entry, user);
        fill(entry, user);
    }

    /** The same for a user who is known to have no entry yet; saves the look-up. */
    public void add(UserModel user) {
        repository.add(entry(user));
    }

    /** The entry of a user who is not in the index, for whoever inserts it himself. */
    StaffEntity entry(UserModel user) {
        var entry = new StaffEntity(realm.getId(), user.getId());
        fill(entry, user);
        return entry;
    }

    /** Brings the entry up to date and says whether it was not. */
    boolean repair(UserModel user) {
        Optional<StaffEntity> known = repository.find(realm.getId(), user.getId());
        if (known.isEmpty()) {
            add(user);
            return true;
        }
        StaffEntity entry = known.get();
        if (entry.hasSameContent(entry(user))) {
            return false;
        }
        // A change may have come in between, or the user be cached from before it: then the entry is right.
        repository.reread(entry);
        @Nullable UserCache cache = UserStorageUtil.userCache(session);
        if (cache != null) {
            cache.evict(realm, user);
        }
        if (entry.hasSameContent(entry(user))) {
            return false;
        }
        forgetProofOfAnotherNumber(entry, user);
        fill(entry, user);
        return true;
    }

    /**
     * Keycloak lets people change their number on several pages, and knows nothing of what was proved of the old one. The
     * entry has the number that was last seen, whoever changes it and however.
     */
    private static void forgetProofOfAnotherNumber(StaffEntity entry, UserModel user) {
        @Nullable String last = entry.phoneNumber;
        boolean another = last != null && !last.equals(phoneNumber(user));
        if (another && user.getFirstAttribute(StaffAttributes.PHONE_NUMBER_VERIFIED) != null) {
            user.removeAttribute(StaffAttributes.PHONE_NUMBER_VERIFIED);
        }
    }

    private static @Nullable String phoneNumber(UserModel user) {
        return value(user, StaffAttributes.PHONE_NUMBER).map(StaffIndex::cut).orElse(null);
    }

    /**
     * Follows a change that Keycloak made itself: a staff member's entry is refreshed, and a user who was given an
     * employee number or a department becomes one.
     */
    public void follow(UserModel user) {
        if (user.getServiceAccountClientLink() != null) {
            return;
        }
        if (has(user, StaffAttributes.EMPLOYEE_NUMBER) || has(user, StaffAttributes.DEPARTMENT_ID) || contains(user)) {
            refresh(user);
        }
    }

    private static boolean has(UserModel user, String attribute) {
        @Nullable String value = user.getFirstAttribute(attribute);
        return value != null && !value.isBlank();
    }

    private static void fill(StaffEntity entry, UserModel user) {
        String name = displayName(user);
        entry.employeeNumber = value(user, StaffAttributes.EMPLOYEE_NUMBER)
                .map(EmployeeNumber::normalize)
                .map(StaffIndex::cut)
                .orElse(null);
        entry.departmentId = value(user, StaffAttributes.DEPARTMENT_ID).orElse(null);
        entry.position =
                value(user, StaffAttributes.POSITION).map(StaffIndex::cut).orElse(null);
        entry.employmentStatus = value(user, StaffAttributes.EMPLOYMENT_STATUS)
                .filter(status -> status.length() <= 16)
                .orElse(null);
        entry.hireDate = parsed(user, StaffAttributes.HIRE_DATE, LocalDate::parse);
        entry.validFrom = parsed(user, StaffAttributes.VALID_FROM, StaffIndex::millis);
        entry.validUntil = parsed(user, StaffAttributes.VALID_UNTIL, StaffIndex::millis);
        entry.managerId = value(user, StaffAttributes.MANAGER_ID)
                .filter(id -> id.length() <= 36)
                .orElse(null);
        entry.phoneNumber = phoneNumber(user);
        entry.name = cut(SearchText.query(name));
        entry.sortName = cut(SortName.of(name));
        entry.searchText = SearchText.of(
                name,
                text(user.getUsername()),
                text(user.getEmail()),
                value(user, StaffAttributes.EMPLOYEE_NUMBER).orElse(""),
                value(user, StaffAttributes.NICKNAME).orElse(""),
                value(user, StaffAttributes.PHONE_NUMBER).orElse(""));
    }

    /** How lists and mails call a user: family and given name in the order of the script, else the user name. */
    public static String displayName(UserModel user) {
        return PersonName.display(user.getFirstName(), user.getLastName(), text(user.getUsername()));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static Optional<String> value(UserModel user, String attribute) {
        return Optional.ofNullable(user.getFirstAttribute(attribute)).filter(value -> !value.isBlank());
    }

    private static <T> @Nullable T parsed(UserModel user, String attribute, Function<String, T> parser) {
        try {
            return value(user, attribute).map(parser).orElse(null);
        } catch (DateTimeParseException writtenPastTheValidators) {
            return null;
        }
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static String cut(String text) {
        return text.length() <= COLUMN_CHARACTERS ? text : text.substring(0, COLUMN_CHARACTERS);
    }
}
