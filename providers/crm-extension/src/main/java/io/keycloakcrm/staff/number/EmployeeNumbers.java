package io.keycloakcrm.staff.number;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Who has which employee number in a realm. */
public final class EmployeeNumbers {

    private final RealmModel realm;
    private final EmployeeNumberRepository repository;

    public EmployeeNumbers(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.repository = new EmployeeNumberRepository(session);
    }

    /**
     * A number that several users have; of them only the first holds it.
     *
     * @param number as reserved
     * @param userId who should be given another one
     */
    public record Duplicate(String number, String userId) {}

    /** User id of the holder. */
    public Optional<String> holder(String number) {
        return repository.holder(realm.getId(), EmployeeNumber.normalize(number));
    }

    /** Lets no other transaction look at these numbers until this one ends; for work on many people at once. */
    public void lock(Collection<String> numbers) {
        repository.lockAll(
                realm.getId(), numbers.stream().map(EmployeeNumber::normalize).toList());
    }

    /**
     * Reserves the numbers of users who had them before the extension was installed, or were given them by means that
     * Hibernate does not see.
     *
     * @return numbers that cannot be reserved because another user has them already
     */
    public List<Duplicate> reserveExisting() {
        List<Duplicate> duplicates = new ArrayList<>();
        Set<String> reserved = new HashSet<>();
        repository.unreserved(realm.getId()).forEach(attribute -> {
            String number = EmployeeNumber.normalize(attribute.value());
            if (!EmployeeNumber.isValid(number)) {
                return; // its user is told by the validator when he is next saved
            }
            if (!reserved.add(number)
                    || repository.holder(realm.getId(), number).isPresent()) {
                duplicates.add(new Duplicate(number, attribute.userId()));
            } else {
                repository.reserve(realm.getId(), number, attribute);
            }
        });
        return duplicates;
    }
}
