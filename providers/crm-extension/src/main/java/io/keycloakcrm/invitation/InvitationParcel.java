package io.keycloakcrm.invitation;

import io.keycloakcrm.outbox.Parcel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the outbox carries about invitations: each refers to one edition, and each goes out once. */
public final class InvitationParcel {

    /** Mail or text message with the link of an edition. */
    public static final String INVITATION = "invitation";

    /** The same once more, with another link, before the edition runs out. */
    public static final String REMINDER = "invitation-reminder";

    /** Tells a person that an administrator has a link of his. */
    public static final String LINK_COPIED = "invitation-link-copied";

    private static final Pattern REFERENCE = Pattern.compile("([0-9a-f-]{36}):(\\d{1,9})");

    private InvitationParcel() {}

    static Parcel invitation(Edition edition) {
        return parcel(INVITATION, edition, "");
    }

    static Parcel reminder(Edition edition) {
        return parcel(REMINDER, edition, "");
    }

    /** Of each edition and administrator one, however often he takes a link. */
    public static Parcel linkCopied(Edition edition, Inviter by) {
        String who = by.realmId() + "/" + by.userId(); // may be longer than a key, and no ASCII
        return parcel(LINK_COPIED, edition, ":" + UUID.nameUUIDFromBytes(who.getBytes(StandardCharsets.UTF_8)));
    }

    /** What a parcel refers to; empty if it is none of these. */
    public static Optional<Edition> edition(String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        return parts.matches()
                ? Optional.of(new Edition(parts.group(1), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    private static Parcel parcel(String kind, Edition edition, String which) {
        String reference = edition.invitationId() + ":" + edition.version();
        return new Parcel(kind, kind + ":" + reference + which, reference);
    }
}
