package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.Application;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An assertion says what a token says. */
@WithKeycloak
final class SamlAccessIT {

    private static final Pattern ATTRIBUTE =
            Pattern.compile("<saml:Attribute [^>]*Name=\"([^\"]+)\"[^>]*>(.*?)</saml:Attribute>", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("<saml:AttributeValue[^>]*>(.*?)</saml:AttributeValue>");

    private final RealmApi realm;

    SamlAccessIT(Crm crm) {
        this.realm = crm.newRealm();
    }

    @Test
    void holdsTheSameFactsAsFlatAttributes() {
        String department =
                realm.post("crm/departments", Map.of("name", "销售部")).expect(201).createdId();
        String id = realm.post(
                        "crm/staff",
                        Map.of(
                                "name",
                                "周超平",
                                "email",
                                "zhou@acme.example",
                                "employeeNumber",
                                "GH01001",
                                "department",
                                Map.of("id", department),
                                "roles",
                                List.of("customer-support")))
                .expect(201)
                .createdId();

        Map<String, List<String>> attributes = assertion(id);

        assertThat(attributes)
                .containsEntry("crm.employee_number", List.of("GH01001"))
                .containsEntry("crm.department.id", List.of(department))
                .containsEntry("crm.department.path", List.of("销售部"))
                .containsEntry("crm.roles", List.of("customer-support"));
        assertThat(attributes.get("crm.permissions")).contains("customer:view", "customer:edit", "order:edit");
        assertThat(attributes.get("crm.data_scopes"))
                .contains("*=self", "customer=all", "customer:edit=department;departments=" + department);
    }

    private Map<String, List<String>> assertion(String userId) {
        String client = realm.post(
                        "clients",
                        Map.of(
                                "clientId",
                                "legacy",
                                "protocol",
                                "saml",
                                "baseUrl",
                                "https://legacy.example/saml",
                                "redirectUris",
                                List.of("https://legacy.example/*"),
                                "attributes",
                                Map.of("saml_assertion_consumer_url_post", "https://legacy.example/saml")))
                .expect(201)
                .createdId();
        realm.put("clients/" + client + "/default-client-scopes/" + Application.scopeId(realm, "crm-saml"), Map.of())
                .expect(204);
        String xml = realm.get("clients/" + client + "/evaluate-scopes/generate-example-saml-response?userId=" + userId)
                .expect(200)
                .json()
                .asText();
        Map<String, List<String>> attributes = new HashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(xml);
        while (matcher.find()) {
            List<String> values = new ArrayList<>();
            VALUE.matcher(matcher.group(2)).results().forEach(value -> values.add(value.group(1)));
            attributes.put(matcher.group(1), values);
        }
        return attributes;
    }
}
