package io.keycloakcrm.invitation;

import io.keycloakcrm.background.DatabaseClock;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The life of invitations. A step answers whether it was taken: of steps that cannot both be, such as redeeming and
 * revoking, one is, whichever node and thread they come from, and the others change nothing. Asks no rights: its callers
 * do.
 */
public final class Invitations implements Provider {

    private final KeycloakSession session;

    Invitations(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Makes one for a person who has none that is live.
     *
     * @return empty if he has one
     * @throws org.keycloak.models.ModelDuplicateException if he is given one by another transaction meanwhile; the
     *     present one can only be rolled back
     */
    public Optional<Invitation> invite(RealmModel realm, Invitee invitee, Inviter inviter, InvitationTerms terms) {
        InvitationRepository repository = repository(realm);
        long now = now();
        repository
                .liveOf(invitee.userId())
                .filter(live -> repository.expireOf(invitee.userId(), now))
                .ifPresent(expired -> repository.deleteCodes(expired.id()));
        if (repository.liveOf(invitee.userId()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(repository.insert(new InvitationEntity(realm.getId(), invitee, inviter, terms, now)));
    }

    public Optional<Invitation> find(RealmModel realm, String id) {
        return repository(realm).find(id);
    }

    /** The one that a person has now; one that has run out counts until it is noticed. */
    public Optional<Invitation> liveOf(RealmModel realm, String userId) {
        return repository(realm).liveOf(userId);
    }

    /**
     * Makes a code for an edition and stores its hash.
     *
     * @return empty if the edition is not current, not in time, or not for this person with this address
     */
    public Optional<Code> mint(RealmModel realm, Edition edition, Invitee invitee, Channel channel) {
        InvitationRepository repository = repository(realm);
        long now = now();
        // The same row as every other step, so that no code comes to life behind one that kills them.
        if (!repository.countSend(edition, invitee, now)) {
            return Optional.empty();
        }
        var code = Code.mint();
        repository.insert(new CodeEntity(realm.getId(), edition, code, channel, now));
        return Optional.of(code);
    }

    /**
     * What a code leads to; changes nothing, so that scanners may look.
     *
     * @return empty for a code that never was, was of another realm or an earlier edition, or is for an invitation that
     *     ended or has run out: nobody is told which
     */
    public Optional<Invitation> byCode(RealmModel realm, Code code) {
        InvitationRepository repository = repository(realm);
        long now = now();
        return repository
                .editionOf(code)
                .flatMap(edition -> repository
                        .find(edition.invitationId())
                        .filter(invitation -> invitation.version() == edition.version()))
                .filter(invitation -> leadsIn(invitation, now));
    }

    private static boolean leadsIn(Invitation invitation, long now) {
        boolean inTime = invitation.moments().expiresAt().toEpochMilli() > now;
        return invitation.state() == InvitationState.CLAIMED
                || (InvitationState.OPEN.contains(invitation.state()) && inTime);
    }

    /** Somebody comes in by its link; again and again, as long as it is not claimed. */
    public boolean open(RealmModel realm, Edition edition, Invitee invitee) {
        InvitationRepository repository = repository(realm);
        long now = now();
        return repository.open(edition, invitee, now) || repository.isOpened(edition, invitee, now);
    }

    /** The person has a credential now: to be called in the transaction that stores it, which fails if this does. */
    public boolean claim(RealmModel realm, Edition edition, Invitee invitee) {
        return repository(realm).claim(edition, invitee, now());
    }

    /** The person is through. */
    public boolean accept(RealmModel realm, String id) {
        return ended(realm, id, repository(realm).accept(id, now()));
    }

    /** Takes it back, unless the person has come in already. */
    public boolean revoke(RealmModel realm, String id) {
        return ended(realm, id, repository(realm).revoke(id, now()));
    }

    /**
     * Makes a new edition of it, to the address the person has now: all codes of earlier ones are dead.
     *
     * @return empty if the person has come in already or has another one, if it was revoked, or if somebody else has
     *     just done the same
     */
    public Optional<Edition> renew(RealmModel realm, Edition last, Invitee invitee, Duration life) {
        InvitationRepository repository = repository(realm);
        long now = now();
        boolean another = repository
                .liveOf(invitee.userId())
                .filter(live -> !live.id().equals(last.invitationId()))
                .isPresent();
        if (another || !repository.renew(last, invitee, now, now + life.toMillis())) {
            return Optional.empty();
        }
        repository.deleteCodes(last.invitationId());
        return Optional.of(new Edition(last.invitationId(), last.version() + 1));
    }

    /** What became of the mail of an edition; nothing if there is a newer one. */
    public boolean delivered(RealmModel realm, Edition edition, DeliveryState delivery) {
        return repository(realm).deliver(edition, delivery);
    }

    private boolean ended(RealmModel realm, String id, boolean done) {
        if (done) {
            repository(realm).deleteCodes(id);
        }
        return done;
    }

    private InvitationRepository repository(RealmModel realm) {
        return new InvitationRepository(session, realm.getId());
    }

    private long now() {
        return DatabaseClock.millis(session);
    }

    @Override
    public void close() {}
}
