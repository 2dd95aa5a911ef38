package io.keycloakcrm.access.token;

import com.google.auto.service.AutoService;
import io.keycloakcrm.staff.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Corrects the claim {@code name} that Keycloak's mapper wrote as given name, space, family name: {@code 周超平}. A token that has no
 * name, because nobody asked for the profile, gets none.
 */
@AutoService(ProtocolMapper.class)
public final class DisplayNameMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    static final String ID = "crm-display-name";

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        UserModel user = userSession.getUser();
        String firstName = Objects.requireNonNullElse(user.getFirstName(), "");
        String lastName = Objects.requireNonNullElse(user.getLastName(), "");
        correct(token.getOtherClaims(), firstName, lastName);
    }

    static void correct(Map<String, Object> claims, String firstName, String lastName) {
        claims.computeIfPresent(IDToken.NAME, (claim, written) -> PersonName.display(firstName, lastName));
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, DisplayNameMapper.class);
        return properties;
    }

    /** Higher than the mapper that is corrected. */
    @Override
    public int getPriority() {
        return ProtocolMapperUtils.PRIORITY_SCRIPT_MAPPER + 1;
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
        return "CRM display name";
    }

    @Override
    public String getHelpText() {
        return "Chinese, Japanese and Korean names as they are written: family name, given name, no space";
    }
}
