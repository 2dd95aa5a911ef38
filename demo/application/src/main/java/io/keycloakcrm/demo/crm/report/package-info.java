/** Sums over customers, for those who may see reports: of the customers in their reach for reports, which may be others than those they see. */
@NullMarked
package io.keycloakcrm.demo.crm.report;

import org.jspecify.annotations.NullMarked;
