package io.keycloakcrm.invitation.onboarding;

import io.keycloakcrm.invitation.Channel;
import io.keycloakcrm.invitation.Edition;
import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.Invitations;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** The moment from which a person has a way in of his own, and the link is for nobody any more. */
final class Claim {

    private static final String NOTE = "crm.invitation" + ".claim";

    private Claim() {}

    /**
     * To be called in the transaction that stores the first credential.
     *
     * @return false if somebody else has claimed, or it is over: then that transaction has to be rolled back
     */
    static boolean of(Person person, Invitation invitation, OnboardingRepository repository) {
        UserModel user = person.user();
        var edition = invitation.edition();
        boolean claimed = invitation
                .invitee(user)
                .filter(invitee ->
                        person.session().getProvider(Invitations.class).claim(person.realm(), edition, invitee))
                .isPresent();
        if (!claimed) {
            return false;
        }
        String claim = UUID.randomUUID().toString();
        repository.claimed(invitation.id(), claim);
        person.tab().setAuthNote(NOTE, claim);
        // Who has the code has read the mail.
        boolean byMail =
                Edition.channelOf(person.tab()).filter(Channel.MAIL::equals).isPresent();
        if (byMail && invitation.address() != null) {
            user.setEmailVerified(true);
        }
        // What an administrator wanted done by that is done.
        user.removeRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
        person.tab().removeRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
        return true;
    }

    /** Whether it was this browser tab that claimed. */
    static boolean isOf(Person person, Invitation invitation) {
        @Nullable String here = person.tab().getAuthNote(NOTE);
        return here != null
                && new OnboardingRepository(person.session(), person.realm().getId())
                        .of(invitation.id())
                        .filter(row -> here.equals(row.claimId))
                        .isPresent();
    }
}
