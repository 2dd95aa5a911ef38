package io.keycloakcrm.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.util.JsonSerialization;

class RealmConfigTest {

    private static final Pattern MESSAGE = Pattern.compile("\\$\\{(crm\\.[^}]+)}");
    private static final List<String> LEVELS = List.of("self", "department", "department_tree", "all");

    private final RealmConfig config = RealmConfig.load();

    @Test
    void hasAnItemOfItsOwnForEveryPart() {
        List<String> ids =
                SetupPlan.of(config).items().stream().map(SetupItem::id).toList();

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(70);
        assertThat(ids)
                .contains(
                        "profile-attribute:employeeNumber",
                        "client:crm",
                        "permission:customer:export",
                        "role:sales-rep",
                        "client-scope-mapper:crm/crm-audience",
                        "client-scope-mapper:crm/crm-access",
                        "client-scope-mapper:crm-saml/crm-saml-access",
                        "department-root",
                        "locale:zh-TW");
    }

    @Test
    void givesEveryAttributeAnnotationsBecauseScimFailsWithout() {
        assertThat(config.profile().getAttributes())
                .allSatisfy(attribute -> assertThat(attribute.getAnnotations())
                        .as(attribute.getName())
                        .isNotEmpty());
    }

    @Test
    void mapsTheManagerToItsValueBecauseScimEmptiesTheAttributeElse() {
        assertThat(config.profile().getAttribute("managerId").getAnnotations())
                .containsEntry(
                        "kc.scim.schema.attribute",
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value");
    }

    @Test
    void letsNobodyEditWhatFollowsFromElsewhere() {
        assertThat(Stream.of("departmentId", "department", "phoneNumberVerified"))
                .allSatisfy(name -> assertThat(config.profile()
                                .getAttribute(name)
                                .getPermissions()
                                .getEdit())
                        .as(name)
                        .isEmpty());
    }

    @Test
    void givesPresetRolesPermissionsOfTheCatalogOnly() {
        Set<String> catalog =
                config.permissions().stream().map(RoleRepresentation::getName).collect(Collectors.toSet());

        assertThat(catalog).hasSize(49);
        assertThat(config.roles()).allSatisfy(role -> {
            assertThat(role.getComposites().getRealm()).isNull();
            assertThat(role.getComposites().getClient()).containsOnlyKeys("crm");
            assertThat(role.getComposites().getClient().get("crm"))
                    .doesNotHaveDuplicates()
                    .isSubsetOf(catalog);
        });
    }

    @Test
    void givesEveryRoleLabelsAndKnownScopes() {
        assertThat(config.roles()).allSatisfy(role -> {
            assertThat(role.getAttributes())
                    .containsKeys("crm.label.en", "crm.label.zh-CN", "crm.label.zh-TW", "crm.scope.*");
            assertThat(role.getAttributes().entrySet().stream()
                            .filter(entry -> entry.getKey().startsWith("crm.scope."))
                            .flatMap(entry -> entry.getValue().stream()))
                    .isSubsetOf(LEVELS);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh_CN", "zh_TW"})
    void hasATextForEveryMessageItNames(String bundle) throws IOException {
        Properties texts = texts(bundle);
        List<Object> parts =
                List.of(config.profile(), config.client(), config.permissions(), config.roles(), config.clientScopes());

        assertThat(MESSAGE.matcher(JsonSerialization.writeValueAsString(parts)).results())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(texts).containsKey(message.group(1)));
    }

    private static Properties texts(String bundle) throws IOException {
        var texts = new Properties();
        String file = "/theme-resources/messages/messages_" + bundle + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(RealmConfigTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
