package io.keycloakcrm.demo.crm.sample;

import java.util.List;

/**
 * The file: who works where and has how many customers.
 *
 * @param departments all of them
 * @param people those who have customers
 */
record SampleCompany(List<Unit> departments, List<Seller> people) {

    record Unit(String id, String path) {}

    /**
     * Somebody with customers.
     *
     * @param department id
     * @param regions where they are, at least one
     */
    record Seller(String id, String name, String department, List<String> regions, int customers) {}
}
