package io.keycloakcrm.staff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.rest.Problem;
import io.keycloakcrm.staff.department.DepartmentTree;
import io.keycloakcrm.staff.department.Departments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Reads what a caller wants of a staff member. A property that is absent stays as it is, {@code null} clears it, an
 * unknown one refuses the request; so a list of what may be written stands here and nowhere else.
 */
final class StaffRequest {

    private static final Set<String> TEXTS = Set.of(
            UserModel.EMAIL,
            UserModel.FIRST_NAME,
            UserModel.LAST_NAME,
            StaffAttributes.NICKNAME,
            StaffAttributes.EMPLOYEE_NUMBER,
            StaffAttributes.POSITION,
            StaffAttributes.PHONE_NUMBER,
            StaffAttributes.HIRE_DATE,
            StaffAttributes.EMPLOYMENT_STATUS,
            StaffAttributes.VALID_FROM,
            StaffAttributes.VALID_UNTIL);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final boolean creating;
    private final Map<String, List<String>> attributes = new HashMap<>();
    private final Map<String, List<String>> facets = new HashMap<>();
    private boolean primaryGiven;
    private @Nullable GroupModel primary;
    private @Nullable List<GroupModel> secondary;
    private @Nullable Boolean head;

    private StaffRequest(KeycloakSession session, RealmModel realm, boolean creating) {
        this.session = session;
        this.realm = realm;
        this.creating = creating;
    }

    /**
     * The draft that a request body describes.
     *
     * @param creating whether the user name may be given
     * @throws org.keycloak.services.ErrorResponseException 400 naming the property that is unknown or malformed
     */
    static StaffDraft read(KeycloakSession session, RealmModel realm, ObjectNode body, boolean creating) {
        var request = new StaffRequest(session, realm, creating);
        body.properties().forEach(property -> request.property(property.getKey(), property.getValue()));
        return request.draft();
    }

    private StaffDraft draft() {
        boolean seatGiven = primaryGiven || secondary != null || head != null;
        return new StaffDraft(
                attributes,
                seatGiven ? new StaffDraft.Seat(primaryGiven, primary, secondary, head) : null,
                facets,
                true);
    }

    private void property(String name, JsonNode value) {
        if (TEXTS.contains(name) || (creating && name.equals(UserModel.USERNAME))) {
            attributes.put(name, texts(name, value));
        } else if (name.equals("name")) {
            fullName(value);
        } else if (name.equals("department")) {
            primaryGiven = true;
            primary = value.isNull() ? null : department(name, value);
        } else if (name.equals("secondaryDepartments")) {
            secondary = new ArrayList<>(
                    each(name, value).stream().map(one -> department(name, one)).toList());
        } else if (name.equals("departmentHead")) {
            head = bool(name, value);
        } else if (name.equals("manager")) {
            attributes.put(StaffAttributes.MANAGER_ID, value.isNull() ? List.of() : List.of(reference(name, value)));
        } else if (name.equals("attributes")) {
            ownAttributes(name, value);
        } else if (isFacet(name)) {
            facets.put(name, value.isBoolean() ? List.of(value.asText()) : texts(name, value));
        } else {
            throw Problem.badField(name, "crm.rest.property-unknown", name);
        }
    }

    private boolean isFacet(String name) {
        return session.getKeycloakSessionFactory().getProviderFactory(StaffFacet.class, name) != null;
    }

    private void fullName(JsonNode value) {
        PersonName name = PersonName.split(text("name", value));
        attributes.put(UserModel.FIRST_NAME, present(name.firstName()));
        attributes.put(UserModel.LAST_NAME, present(name.lastName()));
    }

    private static List<String> present(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** The realm's own attributes; the profile decides which exist and who may write them. */
    private void ownAttributes(String name, JsonNode value) {
        if (!value.isObject()) {
            throw malformed(name);
        }
        value.properties().forEach(entry -> {
            if (StaffReserved.NAMES.contains(entry.getKey())) {
                throw Problem.badField(entry.getKey(), "crm.rest.property-unknown", entry.getKey());
            }
            attributes.put(entry.getKey(), texts(entry.getKey(), entry.getValue()));
        });
    }

    private GroupModel department(String property, JsonNode value) {
        var departments = new Departments(session, realm);
        DepartmentTree tree = departments.tree();
        String wanted =
                value.isObject() && value.has("path") ? value.get("path").asText() : reference(property, value);
        return tree.byId(wanted)
                .or(() -> tree.byPath(wanted))
                .map(departments::group)
                .orElseThrow(() -> Problem.badField(property, "crm.staff.department-unknown", wanted));
    }

    /** {@code {"id": …}} or the id itself. */
    private static String reference(String property, JsonNode value) {
        return text(property, value.isObject() && value.has("id") ? value.get("id") : value);
    }

    private static List<String> texts(String property, JsonNode value) {
        if (value.isNull()) {
            return List.of();
        }
        return value.isArray()
                ? each(property, value).stream().map(one -> text(property, one)).toList()
                : List.of(text(property, value));
    }

    private static List<JsonNode> each(String property, JsonNode value) {
        if (value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw malformed(property);
        }
        List<JsonNode> all = new ArrayList<>();
        value.forEach(all::add);
        return all;
    }

    private static String text(String property, JsonNode value) {
        if (!value.isTextual()) {
            throw malformed(property);
        }
        return value.textValue();
    }

    private static boolean bool(String property, JsonNode value) {
        if (!value.isBoolean()) {
            throw malformed(property);
        }
        return value.booleanValue();
    }

    private static RuntimeException malformed(String property) {
        return Problem.badField(property, "crm.rest.property-malformed", property);
    }
}
