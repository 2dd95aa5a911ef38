package io.keycloakcrm.demo.crm.access;

import java.util.List;

/**
 * Operations of a module that reach the same records.
 *
 * @param module to be shown
 * @param operations to be shown
 * @param reaches which records, a sentence for each grant; empty for none
 */
record Right(String module, String operations, List<String> reaches) {}
