/**
 * Which column of a file is which field of a staff member, and how a cell becomes a value. Knows the templates of the
 * field (WeCom, DingTalk, Feishu, Google Workspace, Entra, Okta) and nothing of Keycloak.
 */
@NullMarked
package io.keycloakcrm.imports.mapping;

import org.jspecify.annotations.NullMarked;
