package io.keycloakcrm.access.token;

import com.google.auto.service.AutoService;
import io.keycloakcrm.claims.CrmClaim;
import java.util.List;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType.ASTChoiceType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;

/** Says to SAML applications what the claim {@code crm} says to others; an assertion travels in a form and has room for all. */
@AutoService(ProtocolMapper.class)
public final class SamlAccessMapper extends AbstractSAMLProtocolMapper implements SAMLAttributeStatementMapper {

    static final String ID = "crm-saml-access";

    @Override
    public void transformAttributeStatement(
            AttributeStatementType statement,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            AuthenticatedClientSessionModel clientSession) {
        RealmModel realm = userSession.getRealm();
        UserModel user = userSession.getUser();
        CrmClaim claim = new AccessReader(session, realm).read(user, HeldRoles.of(realm, user));
        new FlatAttributes(claim).toMap().forEach((name, values) -> statement.addAttribute(attribute(name, values)));
    }

    private static ASTChoiceType attribute(String name, List<String> values) {
        var attribute = new AttributeType(name);
        attribute.setNameFormat(JBossSAMLURIConstants.ATTRIBUTE_FORMAT_BASIC.get());
        values.forEach(attribute::addAttributeValue);
        return new ASTChoiceType(attribute);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayCategory() {
        return AttributeStatementHelper.ATTRIBUTE_STATEMENT_CATEGORY;
    }

    @Override
    public String getDisplayType() {
        return "CRM access";
    }

    @Override
    public String getHelpText() {
        return "Who the person is in the CRM, with permissions and data scopes, as attributes that begin with crm.";
    }
}
