package io.keycloakcrm.claims;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The claim {@value #NAME}, version {@value #VERSION}: who a person is in the CRM, and what follows for records.
 *
 * <p>Readers are strict where access hangs on it. What is absent is not known or not granted; null is refused. Fields that this
 * release does not know are ignored, save in a grant, where one might be a further condition. To ask who may do what with a record,
 * a claim needs the person's id beside it: {@link CrmAccess}.
 *
 * @param department null where the person has none
 * @param roles names of CRM roles, for display: permissions and scopes say what follows from them
 */
public record CrmClaim(
        Employment employment,
        @Nullable Department department,
        Set<String> roles,
        Permissions permissions,
        DataScopes dataScopes) {

    /** Name of the claim at the top level of a token. */
    public static final String NAME = "crm";

    /** The one version that this release writes and reads. */
    public static final int VERSION = 1;

    public CrmClaim {
        roles = Collections.unmodifiableSet(new LinkedHashSet<>(roles));
    }

    /**
     * A claim from what a writer has at hand.
     *
     * @param roles in the order in which they are to be shown
     */
    public static CrmClaim of(
            Employment employment,
            @Nullable Department department,
            Collection<String> roles,
            Collection<Permission> permissions,
            DataScopes dataScopes) {
        return new CrmClaim(
                employment, department, new LinkedHashSet<>(roles), Permissions.of(permissions), dataScopes);
    }

    /**
     * Reads the claims of a token, of userinfo or of an introspection; departments beside the claim are resolved at once.
     *
     * @param claims strings, numbers, lists and maps, as JWT libraries hand them out; verified before
     * @throws ClaimException if there is no claim {@value #NAME}, or none that this release understands
     */
    public static CrmClaim ofToken(Map<String, ?> claims) {
        if (!claims.containsKey(NAME)) {
            throw new MissingClaimException(NAME);
        }
        CrmClaim claim = read(ClaimValue.of(claims.get(NAME), NAME));
        return claims.containsKey(DepartmentLists.CLAIM)
                ? claim.resolve(DepartmentLists.parse(claims.get(DepartmentLists.CLAIM)))
                : claim;
    }

    /**
     * Reads the value of the claim alone.
     *
     * @throws ClaimException as {@link #ofToken}
     */
    public static CrmClaim parse(Map<String, ?> crm) {
        return read(new ClaimValue(crm, NAME));
    }

    private static CrmClaim read(ClaimValue crm) {
        long version = crm.required("v").integer();
        if (version != VERSION) {
            throw new UnsupportedClaimVersionException(version);
        }
        return new CrmClaim(
                Employment.read(crm),
                crm.member("department").map(Department::read).orElse(null),
                new LinkedHashSet<>(crm.member("roles").map(ClaimValue::texts).orElse(List.of())),
                crm.member("permissions").map(Permissions::read).orElse(Permissions.NONE),
                crm.member("data_scopes").map(DataScopes::read).orElse(DataScopes.NONE));
    }

    /** Whether the person may do this at all; with which records is another question, which {@link CrmAccess} asks too. */
    public boolean permits(String module, String operation) {
        return permissions.permits(module, operation);
    }

    /** Whether lists of departments are still to be fetched before every question can be answered. */
    public boolean unresolved() {
        return !dataScopes.resolved();
    }

    /**
     * This claim with the lists in place of the references to them.
     *
     * @throws MalformedClaimException if a list is missing
     */
    public CrmClaim resolve(DepartmentLists lists) {
        return withDataScopes(dataScopes.mapEach(grant -> grant.departments() instanceof DepartmentReference reference
                ? grant.withDepartments(lists.at(reference))
                : grant));
    }

    /**
     * This claim in at most so many bytes, if moving lists of departments out of it can do that; see {@link FittedClaim}. Nothing
     * is ever cut short: names, roles, permissions and the grants themselves stay, whatever their number.
     *
     * @param maxBytes of the claim's value as compact JSON in UTF-8
     */
    public FittedClaim fit(int maxBytes) {
        FittedClaim fitted = new Overflow(this, maxBytes).fitted();
        return fitted.bytes() <= maxBytes
                ? fitted
                : new Overflow(withDataScopes(dataScopes.map(Grants::joined)), maxBytes).fitted();
    }

    CrmClaim withDataScopes(DataScopes others) {
        return new CrmClaim(employment, department, roles, permissions, others);
    }

    /** The claim's value for a JSON library: strings, numbers, lists and maps. What is unknown or empty is left out. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("v", VERSION);
        map.putAll(employment.toMap());
        if (department != null) {
            map.put("department", department.toMap());
        }
        putUnlessEmpty(map, "roles", List.copyOf(roles));
        putUnlessEmpty(map, "permissions", permissions.toMap());
        putUnlessEmpty(map, "data_scopes", dataScopes.toMap());
        return map;
    }

    private static void putUnlessEmpty(Map<String, Object> map, String name, Object value) {
        if (!value.equals(List.of()) && !value.equals(Map.of())) {
            map.put(name, value);
        }
    }
}
