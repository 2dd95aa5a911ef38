package io.keycloakcrm.claims;

/**
 * A claim as it goes into a token, and what left it. Lists leave in the order of what that saves, a list that several grants share
 * leaves once. Where that is not enough, grants that differ in one condition only are joined first, which changes no answer.
 *
 * @param claim refers to {@code departments} where its own lists were
 * @param departments complete; empty where everything fits
 * @param bytes of the claim. More than asked for if roles, permissions and grants alone need them, for those never leave
 */
public record FittedClaim(CrmClaim claim, DepartmentLists departments, int bytes) {}
