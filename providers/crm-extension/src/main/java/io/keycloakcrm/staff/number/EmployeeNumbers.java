package io.keycloakcrm.staff.number;

import io.keycloakcrm.jpa.DirectInserts;
import io.keycloakcrm.staff.StaffAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserAttributeEntity;

/** Who has which employee number in a realm. */
public final class EmployeeNumbers {

    private static final int AT_ONCE = 500;

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

    /**
     * What {@link #reserveExisting} did.
     *
     * @param duplicates numbers that cannot be reserved because another user has them already
     * @param last where the next call goes on; null if there is nothing left
     */
    public record Reserved(
            List<Duplicate> duplicates, @Nullable String last) {}

    /** User id of the holder. */
    public Optional<String> holder(String number) {
        return repository.holder(realm.getId(), EmployeeNumber.normalize(number));
    }

    /** Who has which of the numbers: user id by number, normalised; numbers nobody has are missing. */
    public Map<String, String> holders(Collection<String> numbers) {
        return repository.holders(
                realm.getId(),
                numbers.stream().map(EmployeeNumber::normalize).distinct().toList());
    }

    /**
     * From now on the validators of this session ask {@code holders} who has a number, instead of the database, and
     * make nobody wait. For work on many people at once, which would hold up every form of every realm until it
     * commits: in the rare case it runs into the reservation itself, and knows what to do about it.
     */
    public static void askInstead(KeycloakSession session, Function<String, Optional<String>> holders) {
        session.setAttribute(EmployeeNumberValidator.HOLDERS, new EmployeeNumberValidator.Holders(holders));
    }

    /**
     * Reserves the numbers among attributes that were inserted directly, which no flush follows.
     *
     * @throws org.keycloak.models.ModelValidationException if one is no employee number
     */
    public static void reserve(DirectInserts direct, List<UserAttributeEntity> attributes) {
        direct.insert(attributes.stream()
                .filter(attribute -> StaffAttributes.EMPLOYEE_NUMBER.equals(attribute.getName()))
                .map(EmployeeNumberEntity::of)
                // In one order everywhere, so that two transactions cannot wait for each other.
                .sorted(Comparator.comparing(EmployeeNumberEntity::number))
                .toList());
    }

    /**
     * Reserves the numbers of some users who had them before the extension was installed, or were given them by means
     * that Hibernate does not see.
     *
     * @param afterAttributeId where the last call ended; empty at the beginning
     */
    public Reserved reserveExisting(String afterAttributeId) {
        List<EmployeeNumberRepository.Unreserved> found =
                repository.unreserved(realm.getId(), afterAttributeId, AT_ONCE);
        List<Duplicate> duplicates = new ArrayList<>();
        Set<String> taken = new HashSet<>(holders(found.stream()
                        .map(EmployeeNumberRepository.Unreserved::value)
                        .toList())
                .keySet());
        for (EmployeeNumberRepository.Unreserved attribute : found) {
            String number = EmployeeNumber.normalize(attribute.value());
            if (!EmployeeNumber.isValid(number)) {
                continue; // its user is told by the validator when he is next saved
            }
            if (taken.add(number)) {
                repository.reserve(realm.getId(), number, attribute);
            } else {
                duplicates.add(new Duplicate(number, attribute.userId()));
            }
        }
        return new Reserved(
                duplicates, found.isEmpty() ? null : found.get(found.size() - 1).attributeId());
    }
}
