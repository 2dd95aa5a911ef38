package io.keycloakcrm.setup;

import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AdminClientRegisterContext;
import org.keycloak.services.clientpolicy.context.AdminClientRegisteredContext;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;

/**
 * The client with which scripts call the administrative API: no login, only its own account, and no more rights than it
 * takes to keep staff and departments.
 */
final class ServiceClient {

    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final List<String> ROLES =
            List.of(AdminRoles.QUERY_USERS, AdminRoles.VIEW_USERS, AdminRoles.MANAGE_USERS, AdminRoles.QUERY_GROUPS);

    private final AdminCall call;

    ServiceClient(AdminCall call) {
        this.call = call;
    }

    /** Credentials with the secret if the client was made now; a client that exists is neither changed nor revealed. */
    SetupReport.Credentials create(@Nullable String clientId) {
        if (clientId == null || !CLIENT_ID.matcher(clientId).matches()) {
            throw Problem.badField("serviceClient.clientId", "crm.setup.client-id-invalid", clientId);
        }
        if (call.realm().getClientByClientId(clientId) != null) {
            return new SetupReport.Credentials(clientId, null);
        }
        List<RoleModel> roles = grantableRoles();
        ClientModel client = register(clientId);
        UserModel account = call.session().users().getServiceAccount(client);
        for (RoleModel role : roles) {
            client.addScopeMapping(role);
            account.grantRole(role);
        }
        return new SetupReport.Credentials(clientId, client.getSecret());
    }

    private List<RoleModel> grantableRoles() {
        RealmModel realm = call.realm();
        ClientModel admin = realm.getName().equals(Config.getAdminRealm())
                ? realm.getMasterAdminClient()
                : realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        List<RoleModel> roles = ROLES.stream().map(admin::getRole).toList();
        roles.forEach(role -> call.auth().roles().requireMapRole(role));
        return roles;
    }

    // The steps of Keycloak's own POST /clients, so that the realm's client policies have their say.
    private ClientModel register(String clientId) {
        ClientRepresentation wanted = representation(clientId);
        try {
            var policies = call.session().clientPolicy();
            policies.triggerOnEvent(
                    new AdminClientRegisterContext(wanted, call.auth().adminAuth()));
            ClientModel client = ClientManager.createClient(call.session(), call.realm(), wanted);
            new ClientManager(new RealmManager(call.session())).enableServiceAccount(client);
            policies.triggerOnEvent(
                    new AdminClientRegisteredContext(client, call.auth().adminAuth()));
            return client;
        } catch (ClientPolicyException refused) {
            throw Problem.badField("serviceClient", "crm.setup.client-refused", refused.getErrorDetail());
        }
    }

    private static ClientRepresentation representation(String clientId) {
        var client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setName("CRM automation");
        client.setDescription("${crm.client.automation}");
        client.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        client.setEnabled(true);
        Stream.<Consumer<Boolean>>of(
                        client::setPublicClient,
                        client::setStandardFlowEnabled,
                        client::setImplicitFlowEnabled,
                        client::setDirectAccessGrantsEnabled,
                        client::setFullScopeAllowed)
                .forEach(off -> off.accept(false));
        client.setServiceAccountsEnabled(true);
        client.setAttributes(Map.of());
        return client;
    }
}
