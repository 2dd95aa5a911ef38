package io.keycloakcrm.access.token;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Claim names that mean something to somebody else: a mapper that could write them could make itself an administrator. */
final class ReservedClaims {

    /** No dots and no escapes: to Keycloak's own mappers they are paths into other claims. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private static final Set<String> TOKEN = Set.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "jti",
            "typ",
            "azp",
            "nonce",
            "auth_time",
            "session_state",
            "sid",
            "at_hash",
            "c_hash",
            "s_hash",
            "acr",
            "amr",
            "scope",
            "client_id",
            "cnf",
            "act",
            "may_act",
            "active",
            "events",
            "token_type",
            "username",
            "authorization_details",
            "state_checker",
            "claims_locales");

    private static final Set<String> RIGHTS = Set.of(
            "realm_access",
            "resource_access",
            "allowed-origins",
            "trusted-certs",
            "authorization",
            "groups",
            "group",
            "roles",
            "role",
            "permissions",
            "entitlements",
            "organization",
            "verify_caller");

    private static final Set<String> PERSON = Set.of(
            "name",
            "given_name",
            "family_name",
            "middle_name",
            "nickname",
            "preferred_username",
            "profile",
            "picture",
            "website",
            "email",
            "email_verified",
            "gender",
            "birthdate",
            "zoneinfo",
            "locale",
            "phone_number",
            "phone_number_verified",
            "address",
            "updated_at",
            "upn");

    /** Ours beside the claim; {@code _claim_names} and {@code _claim_sources} are none by the pattern. */
    private static final Set<String> BESIDE = Set.of("crm_departments");

    private static final Set<String> ALL =
            Stream.of(TOKEN, RIGHTS, PERSON, BESIDE).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private ReservedClaims() {}

    static boolean allow(String name) {
        // Some readers do not tell upper from lower case.
        return NAME.matcher(name).matches() && !ALL.contains(name.toLowerCase(Locale.ROOT));
    }
}
