package io.keycloakcrm.imports.job;

/**
 * What was asked for at the dry run or the start.
 *
 * @param mode what may be written
 * @param key id of the field by which people are recognised: {@code employeeNumber}, {@code email} or {@code username}
 * @param createDepartments whether unknown departments are created; else they are errors of their rows
 * @param invite whether new members are invited once everybody is there
 * @param dryRun whether nothing but the results may be written
 */
public record ImportSettings(ImportMode mode, String key, boolean createDepartments, boolean invite, boolean dryRun) {}
