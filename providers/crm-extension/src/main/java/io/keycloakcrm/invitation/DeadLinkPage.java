package io.keycloakcrm.invitation;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The one answer to a link that leads nowhere, byte for byte the same whether it never was, ran out, was used, taken
 * back, sent anew or meant for another realm. It offers to ask for a new one.
 */
public final class DeadLinkPage {

    /** Of the branch of the API where a new link is asked for. */
    public static final String BRANCH = "new-link";

    private DeadLinkPage() {}

    /** Where nothing is known but that it leads nowhere. Does not roll back. */
    public static Response response(KeycloakSession session) {
        return of(session, Response.Status.GONE, Ask.BY_ADDRESS);
    }

    /** The same where the address of the page itself says which link it was. */
    public static Response ofLink(KeycloakSession session) {
        return of(session, Response.Status.GONE, Ask.BY_LINK);
    }

    /** After a new link was asked for, whatever came of it. */
    public static Response asked(KeycloakSession session) {
        return of(session, Response.Status.OK, Ask.ASKED);
    }

    /** After a new link was asked for too often from one place. */
    public static Response askedTooOften(KeycloakSession session) {
        return of(session, Response.Status.TOO_MANY_REQUESTS, Ask.TOO_OFTEN);
    }

    private static Response of(KeycloakSession session, Response.Status status, Ask ask) {
        return InvitationPage.of(session, status, "crm-dead-link.ftl", path(session), Map.of("ask", ask.name()));
    }

    // Never with a host: whoever asks chooses that.
    private static URI path(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return URI.create(session.getContext()
                .getUri()
                .getBaseUriBuilder()
                .path("realms/{realm}/crm/" + BRANCH)
                .build(realm.getName())
                .getRawPath());
    }

    /** How far somebody has come with asking for a new link. */
    private enum Ask {
        BY_ADDRESS,
        BY_LINK,
        ASKED,
        TOO_OFTEN
    }
}
