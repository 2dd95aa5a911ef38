package io.keycloakcrm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the API and the resources name the same paths and methods. */
class OpenApiContractTest {

    /** Where each resource hangs; a sub-resource begins where its locator ends. */
    private static final Map<String, String> BRANCHES = Map.ofEntries(
            Map.entry("OpenApiResource", "/realms/{realm}/crm/openapi.yaml"),
            Map.entry("AccessResource", "/realms/{realm}/crm/access"),
            Map.entry("ClaimSchemaResource", "/realms/{realm}/crm/claims"),
            Map.entry("BrandResource", "/realms/{realm}/crm/brand"),
            Map.entry("SettingsResource", "/admin/realms/{realm}/crm/settings"),
            Map.entry("DoorResource", "/realms/{realm}/crm/i"),
            Map.entry("ArrivalResource", "/realms/{realm}/crm/arrival"),
            Map.entry("NewLinkResource", "/realms/{realm}/crm/new-link"),
            Map.entry("SetupResource", "/admin/realms/{realm}/crm/setup"),
            Map.entry("StaffsResource", "/admin/realms/{realm}/crm/staff"),
            Map.entry("DepartmentsResource", "/admin/realms/{realm}/crm/departments"),
            Map.entry("ImportsResource", "/admin/realms/{realm}/crm/imports"),
            Map.entry("ImportResource", "/admin/realms/{realm}/crm/imports/{id}"),
            Map.entry("ImportPresetsResource", "/admin/realms/{realm}/crm/import-presets"),
            Map.entry("InvitationsResource", "/admin/realms/{realm}/crm/invitations"),
            Map.entry("InvitationResource", "/admin/realms/{realm}/crm/invitations/{id}"),
            Map.entry("RolesResource", "/admin/realms/{realm}/crm/roles"),
            Map.entry("StaffOnboardingResource", "/admin/realms/{realm}/crm/staff/{userId}/onboarding"),
            Map.entry("StaffAccessResource", "/admin/realms/{realm}/crm/staff/{userId}/access"),
            Map.entry("StaffSignInResource", "/admin/realms/{realm}/crm/staff/{userId}/sign-in"));

    private static final Map<String, Class<? extends Annotation>> METHODS =
            Map.of("get", GET.class, "post", POST.class, "put", PUT.class, "delete", DELETE.class);

    @Test
    void describesExactlyTheEndpointsThatExist() throws IOException {
        assertThat(described()).containsExactlyElementsOf(implemented());
    }

    private static Set<String> described() throws IOException {
        JsonNode paths;
        try (InputStream file = OpenApiContractTest.class.getResourceAsStream("/io/keycloakcrm/openapi.yaml")) {
            paths = new YAMLMapper().readTree(file).get("paths");
        }
        Set<String> endpoints = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.containsKey(method)) {
                        endpoints.add(method + " " + path.getKey());
                    }
                }));
        return endpoints;
    }

    private static Set<String> implemented() {
        Set<String> endpoints = new TreeSet<>();
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.keycloakcrm")) {
            resource.getMethods()
                    .forEach(method -> METHODS.forEach((name, annotation) -> {
                        if (method.isAnnotatedWith(annotation)) {
                            endpoints.add(name + " " + path(resource, method));
                        }
                    }));
        }
        return endpoints;
    }

    private static String path(JavaClass resource, JavaMethod method) {
        assertThat(BRANCHES).containsKey(resource.getSimpleName());
        return Stream.of(BRANCHES.get(resource.getSimpleName()), pathOf(method))
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + "/" + b)
                .orElseThrow();
    }

    private static String pathOf(JavaMethod method) {
        return method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value().replaceAll(":[^}]*", "")
                : "";
    }
}
