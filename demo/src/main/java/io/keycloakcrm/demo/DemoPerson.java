package io.keycloakcrm.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works at the demo company.
 *
 * @param department path of the primary department
 * @param manager user name, null at the top
 * @param heads whether the person heads the department
 * @param roles CRM roles
 * @param adminRoles roles of client {@code realm-management}
 * @param dataScope data scopes of the person's own, null for none
 * @param portfolio the customers he has in the demo application, null for none
 * @param what what the account is good for, told to the visitor
 */
record DemoPerson(
        String username,
        String password,
        String lastName,
        String firstName,
        String employeeNumber,
        String department,
        String position,
        String phoneNumber,
        String hireDate,
        @Nullable String manager,
        boolean heads,
        List<String> roles,
        List<String> adminRoles,
        @Nullable List<String> dataScope,
        @Nullable Portfolio portfolio,
        String what) {

    /**
     * Customers to be made up.
     *
     * @param regions where they are
     */
    record Portfolio(List<String> regions, int customers) {}

    private static final String MAIL_DOMAIN = "@acme.example";

    /** In Keycloak's format; the person is entered into the department on the way. */
    ObjectNode representation(DemoDepartments departments) {
        String departmentId = departments.idOf(department);
        if (heads) {
            departments.appoint(department, id());
        }
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        user.put("id", id()).put("username", username).put("enabled", true);
        user.put("email", username + MAIL_DOMAIN).put("emailVerified", true);
        user.put("firstName", firstName).put("lastName", lastName);
        user.putArray("credentials").addObject().put("type", "password").put("value", password);
        user.putArray("groups").add(departments.groupPath(department));
        // An import gives the default role to nobody by itself.
        roles.forEach(user.putArray("realmRoles").add("default-roles-crm")::add);
        if (!adminRoles.isEmpty()) {
            adminRoles.forEach(user.putObject("clientRoles").putArray("realm-management")::add);
        }
        attributes(user.putObject("attributes"), departmentId);
        return user;
    }

    private void attributes(ObjectNode attributes, String departmentId) {
        attributes.putArray("locale").add("zh-CN");
        attributes.putArray("employeeNumber").add(employeeNumber);
        attributes.putArray("departmentId").add(departmentId);
        attributes.putArray("department").add(department);
        attributes.putArray("position").add(position);
        attributes.putArray("phoneNumber").add(phoneNumber);
        attributes.putArray("phoneNumberVerified").add("true");
        attributes.putArray("hireDate").add(hireDate);
        attributes.putArray("employmentStatus").add("active");
        if (dataScope != null) {
            dataScope.forEach(attributes.putArray("dataScope")::add);
        }
        if (manager != null) {
            attributes.putArray("managerId").add(id(manager));
        }
    }

    /** User id. */
    String id() {
        return id(username);
    }

    private static String id(String username) {
        return DemoDepartments.stableId("user", username);
    }
}
