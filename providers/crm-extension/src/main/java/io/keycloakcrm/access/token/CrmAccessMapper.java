package io.keycloakcrm.access.token;

import com.google.auto.service.AutoService;
import io.keycloakcrm.claims.FittedClaim;
import io.keycloakcrm.rest.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.representations.IDToken;

/** Writes the claim {@code crm}: who the person is in the CRM, what he may do there, and with whose records. */
@AutoService(ProtocolMapper.class)
public final class CrmAccessMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    static final String ID = "crm-access";

    /** After all of Keycloak's: what another mapper put at {@code crm.permissions} is replaced, not mixed in. */
    private static final int LAST = 1000;

    private static final OnceLog LOG = new OnceLog(CrmAccessMapper.class);

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        RealmModel realm = userSession.getRealm();
        AccessMapperConfig config = AccessMapperConfig.of(mapper);
        if (!config.isAllowed()) {
            LOG.warn("Realm %s: mapper %s writes nothing, for its claim name is reserved: %s"
                    .formatted(realm.getName(), mapper.getName(), config.claimName()));
            return;
        }
        UserModel user = userSession.getUser();
        FittedClaim fitted = new ClaimMemory(session, realm).of(user, config.maxClaimBytes());
        if (fitted.bytes() > config.maxClaimBytes()) {
            LOG.warn("Realm %s: the roles and permissions of user %s alone take more than %d bytes"
                    .formatted(realm.getName(), user.getId(), config.maxClaimBytes()));
        }
        new TokenClaims(token.getOtherClaims())
                .put(config.claimName(), fitted, () -> AccessEndpoint.of(session, realm));
    }

    @Override
    public void validateConfig(
            KeycloakSession session,
            RealmModel realm,
            ProtocolMapperContainerModel container,
            ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        @Nullable String bytes = mapper.getConfig().get(AccessMapperConfig.MAX_CLAIM_BYTES);
        if (!AccessMapperConfig.of(mapper).isAllowed()) {
            throw refused(session, "crm.mapper.claim-name-reserved");
        }
        if (AccessMapperConfig.bytes(bytes).isEmpty()) {
            throw refused(session, "crm.mapper.max-claim-bytes-invalid");
        }
    }

    // Keycloak looks the key up among the console's own texts and takes the message as the text where it has none.
    private static ProtocolMapperConfigException refused(KeycloakSession session, String code) {
        return new ProtocolMapperConfigException(
                code,
                Messages.of(session).text(code, AccessMapperConfig.LEAST_BYTES, AccessMapperConfig.MOST_BYTES),
                new Object[0]);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>(ProviderConfigurationBuilder.create()
                .property()
                .name(AccessMapperConfig.CLAIM_NAME)
                .label(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME_LABEL)
                .helpText("crm.mapper.claim-name-help")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(AccessMapperConfig.DEFAULTS.claimName())
                .add()
                .property()
                .name(AccessMapperConfig.MAX_CLAIM_BYTES)
                .label("crm.mapper.max-claim-bytes")
                .helpText("crm.mapper.max-claim-bytes-help")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(String.valueOf(AccessMapperConfig.DEFAULTS.maxClaimBytes()))
                .add()
                .build());
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, CrmAccessMapper.class);
        // An ID token travels in URLs and cookies, and tells the client who signed in, not what he may do.
        properties.stream()
                .filter(property -> property.getName().equals(OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN))
                .forEach(property -> property.setDefaultValue("false"));
        return properties;
    }

    @Override
    public int getPriority() {
        return LAST;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getDisplayType() {
        return "CRM access";
    }

    @Override
    public String getHelpText() {
        return "Who the person is in the CRM, with permissions and data scopes, as one claim";
    }
}
