package io.keycloakcrm.staff;

import io.keycloakcrm.staff.number.EmployeeNumber;
import io.keycloakcrm.staff.number.EmployeeNumbers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * Who in a realm has which user name, e-mail address or employee number. For many people in one transaction: asks the
 * database about all of them at once, about nobody twice, and knows those who were added since.
 */
public final class KeyHolders {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EmployeeNumbers employeeNumbers;
    private final Map<String, Optional<String>> usernames = new HashMap<>();
    private final Map<String, Optional<String>> emails = new HashMap<>();
    private final Map<String, Optional<String>> numbers = new HashMap<>();

    public KeyHolders(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.employeeNumbers = new EmployeeNumbers(session, realm);
    }

    /** Whether people of the realm may stand in another directory, which only Keycloak itself can ask. */
    static boolean isFederated(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                .map(UserStorageProviderModel::new)
                .anyMatch(UserStorageProviderModel::isEnabled);
    }

    /**
     * Looks up what the rows of a batch will be asked about.
     *
     * @param names user names and e-mail addresses, lower-case; each may be looked for as either
     * @param employeeNumbersWritten employee numbers in any form
     */
    public void lookUp(Collection<String> names, Collection<String> employeeNumbersWritten) {
        if (!isFederated(realm)) {
            Set<String> distinct = new TreeSet<>(names);
            var repository = new KeyRepository(session);
            remember(usernames, distinct, repository.byUsername(realm.getId(), distinct));
            remember(emails, distinct, repository.byEmail(realm.getId(), distinct));
        }
        Set<String> distinct = new TreeSet<>();
        employeeNumbersWritten.forEach(number -> distinct.add(EmployeeNumber.normalize(number)));
        remember(numbers, distinct, employeeNumbers.holders(distinct));
    }

    private static void remember(
            Map<String, Optional<String>> known, Collection<String> asked, Map<String, String> found) {
        asked.forEach(key -> known.put(key, Optional.ofNullable(found.get(key))));
    }

    /** User id of whoever has the user name, lower-case. */
    public Optional<String> ofUsername(String username) {
        return usernames.computeIfAbsent(username, name -> id(session.users().getUserByUsername(realm, name)));
    }

    /** User id of whoever has the e-mail address, lower-case; of one of them where people share addresses. */
    public Optional<String> ofEmail(String email) {
        return emails.computeIfAbsent(email, address -> id(session.users().getUserByEmail(realm, address)));
    }

    /** User id of whoever has the employee number, in any form. */
    public Optional<String> ofNumber(String number) {
        return numbers.computeIfAbsent(EmployeeNumber.normalize(number), employeeNumbers::holder);
    }

    private static Optional<String> id(@Nullable UserModel user) {
        return Optional.ofNullable(user).map(UserModel::getId);
    }

    /** Somebody who was created in this transaction; the database may not show him yet. */
    void add(UserModel user) {
        put(usernames, user.getUsername(), Function.identity(), user);
        put(emails, user.getEmail(), Function.identity(), user);
        put(numbers, user.getFirstAttribute(StaffAttributes.EMPLOYEE_NUMBER), EmployeeNumber::normalize, user);
    }

    private static void put(
            Map<String, Optional<String>> known, @Nullable String key, Function<String, String> form, UserModel user) {
        if (key != null) {
            known.put(form.apply(key), Optional.of(user.getId()));
        }
    }
}
