package io.keycloakcrm.demo.crm.customer;

import java.util.List;

/**
 * One page of what was found.
 *
 * @param total on all pages
 * @param number of this page, from 1
 */
record CustomerPage(List<Customer> customers, int total, int number) {

    public int last() {
        return Math.max(1, (total + CustomerSearch.PAGE_SIZE - 1) / CustomerSearch.PAGE_SIZE);
    }

    public boolean hasNext() {
        return number < last();
    }

    public boolean hasPrevious() {
        return number > 1;
    }
}
