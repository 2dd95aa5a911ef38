package io.keycloakcrm.invitation;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.invitation.InvitationStep.What;
import io.keycloakcrm.outbox.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
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
        return invite(realm, invitee, inviter, terms, null);
    }

    /**
     * The same for somebody who came by an import.
     *
     * @param origin null if by none
     */
    public Optional<Invitation> invite(
            RealmModel realm, Invitee invitee, Inviter inviter, InvitationTerms terms, @Nullable Origin origin) {
        InvitationRepository repository = repository(realm);
        long now = now();
        repository
                .liveOf(invitee.userId())
                .filter(live -> repository.expireOf(invitee.userId(), now))
                .ifPresent(expired -> repository.deleteCodes(expired.id()));
        if (repository.liveOf(invitee.userId()).isPresent()) {
            return Optional.empty();
        }
        Invitation made = repository.insert(new InvitationEntity(realm.getId(), invitee, inviter, terms, origin, now));
        note(realm, made.edition(), What.INVITED);
        return Optional.of(made);
    }

    /**
     * Sends the link of the current edition, unless the address has had enough: then the caller decides, by rolling back
     * or not, what becomes of the edition.
     */
    public Sending send(RealmModel realm, Edition edition, UserModel user) {
        Optional<Way> way = Way.to(session, realm, user);
        if (way.isEmpty()) {
            return Sending.NO_WAY;
        }
        if (!new SendingCap(session, realm).take(way.get().address())) {
            return Sending.TOO_OFTEN;
        }
        // Those of earlier editions stay: their handler finds nothing to send. To withdraw them would lock what a node
        // that is
        // just sending has locked, the other way round.
        session.getProvider(Outbox.class).add(realm, InvitationParcel.invitation(edition));
        delivered(realm, edition, DeliveryState.QUEUED);
        return Sending.QUEUED;
    }

    public Optional<Invitation> find(RealmModel realm, String id) {
        return repository(realm).find(id);
    }

    /** The one that a person has now; one that has run out counts until it is noticed. */
    public Optional<Invitation> liveOf(RealmModel realm, String userId) {
        return repository(realm).liveOf(userId);
    }

    /** All that a person ever had, the newest first; reads nothing else. */
    public List<Invitation> of(RealmModel realm, String userId) {
        return repository(realm).of(userId);
    }

    /**
     * Has whatever else would change the invitations of a person wait for the end of this transaction. For those who will
     * write both them and the person: everybody takes the invitations first, as Keycloak's removal of a person does, or
     * two of them could wait for each other.
     *
     * @return whether there are any; none are left of a person who was removed meanwhile
     */
    public boolean hold(RealmModel realm, String userId) {
        return repository(realm).hold(userId) > 0;
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
        long now = now();
        return everOf(realm, code).filter(invitation -> leadsIn(invitation, now));
    }

    /** By what way a code left the house; empty if it leads to no present edition. */
    public Optional<Channel> channelOf(RealmModel realm, Code code) {
        return byCode(realm, code).flatMap(invitation -> repository(realm).channelOf(code));
    }

    /** What a code leads to or has led to, as far as it is remembered: a code is forgotten when another step kills it. */
    public Optional<Invitation> everOf(RealmModel realm, Code code) {
        InvitationRepository repository = repository(realm);
        return repository
                .editionOf(code)
                .flatMap(edition -> repository
                        .find(edition.invitationId())
                        .filter(invitation -> invitation.version() == edition.version()));
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
        return noted(realm, edition, What.OPENED, repository.open(edition, invitee, now))
                || repository.isOpened(edition, invitee, now);
    }

    /** The person has a credential now: to be called in the transaction that stores it, which fails if this does. */
    public boolean claim(RealmModel realm, Edition edition, Invitee invitee) {
        return noted(realm, edition, What.CLAIMED, repository(realm).claim(edition, invitee, now()));
    }

    /** The person is through. */
    public boolean accept(RealmModel realm, String id) {
        return ended(realm, id, What.ACCEPTED, repository(realm).accept(id, now()));
    }

    /** Takes it back, unless the person has come in already. */
    public boolean revoke(RealmModel realm, String id) {
        return ended(realm, id, What.REVOKED, repository(realm).revoke(id, now()));
    }

    /**
     * Makes a new edition of it, to the address the person has now: all codes of earlier ones are dead.
     *
     * @return empty if the person has come in already or has another one, if it was revoked, or if somebody else has
     *     just done the same
     */
    public Optional<Edition> renew(RealmModel realm, Edition last, Invitee invitee, Duration life) {
        return find(realm, last.invitationId())
                .flatMap(invitation -> renew(realm, last, invitee, invitation.inviter(), life));
    }

    /** The same in the name of another administrator, who answers for it from here on. */
    public Optional<Edition> renew(RealmModel realm, Edition last, Invitee invitee, Inviter inviter, Duration life) {
        InvitationRepository repository = repository(realm);
        long now = now();
        boolean another = repository
                .liveOf(invitee.userId())
                .filter(live -> !live.id().equals(last.invitationId()))
                .isPresent();
        if (another || !repository.renew(last, invitee, inviter, now, now + life.toMillis())) {
            return Optional.empty();
        }
        repository.deleteCodes(last.invitationId());
        var next = new Edition(last.invitationId(), last.version() + 1);
        note(realm, next, What.RENEWED);
        return Optional.of(next);
    }

    /** What became of the mail of an edition; nothing if there is a newer one. */
    public boolean delivered(RealmModel realm, Edition edition, DeliveryState delivery) {
        boolean current = repository(realm).deliver(edition, delivery);
        return delivery == DeliveryState.NONE ? current : noted(realm, edition, What.of(delivery.id()), current);
    }

    /** An administrator has taken a link of the edition. */
    public void linkCopied(RealmModel realm, Edition edition) {
        note(realm, edition, What.LINK_COPIED);
    }

    private boolean ended(RealmModel realm, String id, What step, boolean done) {
        if (done) {
            repository(realm).deleteCodes(id);
            find(realm, id).ifPresent(invitation -> note(realm, invitation.edition(), step));
        }
        return done;
    }

    private boolean noted(RealmModel realm, Edition edition, What step, boolean done) {
        if (done) {
            note(realm, edition, step);
        }
        return done;
    }

    private void note(RealmModel realm, Edition edition, What step) {
        new StepRepository(session, realm.getId()).add(edition, step, now());
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
