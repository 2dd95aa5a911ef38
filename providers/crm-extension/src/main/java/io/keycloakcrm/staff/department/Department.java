package io.keycloakcrm.staff.department;

import org.jspecify.annotations.Nullable;

/**
 * A node of the department tree.
 *
 * @param id group id
 * @param name last segment of the path
 * @param parentId group id of the department above; null directly below the department root
 * @param path names from the top, joined by {@code /}, without a leading slash
 */
public record Department(String id, String name, @Nullable String parentId, String path) {

    public static final String SEPARATOR = "/";
}
