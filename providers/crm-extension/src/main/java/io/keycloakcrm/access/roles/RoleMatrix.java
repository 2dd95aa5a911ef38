package io.keycloakcrm.access.roles;

import java.util.List;
import java.util.Map;

/**
 * A page of the matrix.
 *
 * @param total number of CRM roles of the realm, on all pages
 * @param catalog all permissions of the realm, operations by module: the columns
 */
record RoleMatrix(List<CrmRole> items, long total, Map<String, List<String>> catalog) {}
