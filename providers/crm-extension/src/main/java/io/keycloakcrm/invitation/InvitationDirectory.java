package io.keycloakcrm.invitation;

import io.keycloakcrm.background.DatabaseClock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Looks invitations of a realm up, many at a time. Changes nothing, and asks no rights but those of {@link #page}. */
public final class InvitationDirectory {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ListRepository repository;

    public InvitationDirectory(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.repository = new ListRepository(session, realm);
    }

    /** One page, and how many there are in all. */
    public record Found(List<Listed> invitations, long total) {}

    /**
     * An invitation in a list.
     *
     * @param displayName of the person
     */
    public record Listed(Invitation invitation, String displayName) {}

    /** Of people alone whom the caller of the present request may see, as far as fine-grained permissions narrow it. */
    public Found page(InvitationQuery wanted) {
        long now = now().toEpochMilli();
        return new Found(repository.page(wanted, now), repository.count(wanted, now));
    }

    /** The latest of each of these people, by user id; who was never invited is missing. */
    public Map<String, Invitation> latest(Collection<String> userIds) {
        return repository.ofUsers(userIds).stream()
                .collect(Collectors.toMap(
                        Invitation::userId, Function.identity(), BinaryOperator.maxBy(ListRepository.BY_AGE)));
    }

    /** All that happened to an invitation. */
    public List<InvitationStep> steps(String invitationId) {
        return new StepRepository(session, realm.getId()).of(invitationId);
    }

    /** By the clock by which invitations run out. */
    public Instant now() {
        return Instant.ofEpochMilli(DatabaseClock.millis(session));
    }
}
