package io.keycloakcrm.rest;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * One authenticated administrative request.
 *
 * @param session the request's session
 * @param realm the realm that is managed, not necessarily the administrator's own
 * @param auth what the administrator may do in {@code realm}, fine-grained permissions included
 * @param event the admin event of this request; sent by the resource after success
 */
public record AdminCall(
        KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder event) {}
