package io.keycloakcrm.demo.crm.signin;

import io.keycloakcrm.claims.CrmAccess;
import java.time.Instant;

/**
 * What a person may do, and how old the answer may get.
 *
 * @param token the access token that it was asked with
 * @param readAt when the claim was read
 * @param until when it will be read anew
 */
record FreshAccess(String token, CrmAccess access, Instant readAt, Instant until) {

    static final String ATTRIBUTE = "freshAccess";
}
