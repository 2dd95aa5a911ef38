package io.keycloakcrm.demo.crm.customer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the customers of a department come to.
 *
 * @param department path, or id where the path is not known; null for customers of no department
 * @param amount of them all, in yuan
 * @param won of those that were won
 */
public record DepartmentSum(@Nullable String department, int customers, BigDecimal amount, BigDecimal won) {}
