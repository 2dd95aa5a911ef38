package io.keycloakcrm.invitation.onboarding;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.invitation.Edition;
import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.InvitationState;
import io.keycloakcrm.invitation.Invitations;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands at this moment, by what the database has of his invitations. What the browser tab knows only ever
 * takes away: which link it came by, which has to be alive, and that it claimed, which the database has to confirm.
 *
 * @param invitation the one that counts; null where none does
 */
record Entrance(Standing standing, @Nullable Invitation invitation) {

    private static final Entrance UNTOUCHED = new Entrance(Standing.UNTOUCHED, null);
    private static final Entrance OUT = new Entrance(Standing.OUT, null);

    static Entrance of(Person person) {
        List<Invitation> all = person.session()
                .getProvider(Invitations.class)
                .of(person.realm(), person.user().getId());
        if (all.isEmpty()) {
            return UNTOUCHED;
        }
        Invitation last = all.get(0);
        return switch (last.state()) {
            case CLAIMED -> cameByAnotherLink(person, last) ? OUT : new Entrance(Standing.UNDER_WAY, last);
            case ACCEPTED -> cameByAnotherLink(person, last) ? OUT : new Entrance(Standing.IN, last);
            case PENDING, OPENED -> isInTime(person, last) ? open(person, last) : ended(person, all);
            case EXPIRED, REVOKED -> ended(person, all);
        };
    }

    /** By a link, and it was not this tab that claimed with it. */
    private static boolean cameByAnotherLink(Person person, Invitation invitation) {
        return Edition.of(person.tab()).isPresent() && !Claim.isOf(person, invitation);
    }

    private static boolean isInTime(Person person, Invitation invitation) {
        return invitation.moments().expiresAt().toEpochMilli() > DatabaseClock.millis(person.session());
    }

    private static Entrance open(Person person, Invitation invitation) {
        Optional<Edition> link = Edition.of(person.tab());
        boolean right = link.isPresent()
                ? link.get().equals(new Edition(invitation.id(), invitation.version()))
                        && invitation.invitee(person.user()).isPresent()
                : person.hasWayIn();
        return right ? new Entrance(Standing.UNDER_WAY, invitation) : OUT;
    }

    /** The last one led nowhere, but he may have been in before it. */
    private static Entrance ended(Person person, List<Invitation> all) {
        if (Edition.of(person.tab()).isPresent()) {
            return OUT;
        }
        Optional<Invitation> accepted = all.stream()
                .filter(invitation -> invitation.state() == InvitationState.ACCEPTED)
                .findFirst();
        if (accepted.isPresent()) {
            return new Entrance(Standing.IN, accepted.get());
        }
        return person.hasWayIn() ? UNTOUCHED : OUT;
    }
}
