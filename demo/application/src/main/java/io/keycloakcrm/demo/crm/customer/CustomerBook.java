package io.keycloakcrm.demo.crm.customer;

import io.keycloakcrm.claims.CrmAccess;
import io.keycloakcrm.claims.Department;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules: every question about customers passes here, with the access of the person who asks. */
@Component
final class CustomerBook {

    static final String MODULE = "customer";

    private final CustomerTable table;

    CustomerBook(CustomerTable table) {
        this.table = table;
    }

    /** What the person may see of what is looked for; nothing without the permission. */
    CustomerPage search(CrmAccess access, CustomerSearch search) {
        var where = Where.within(access.scope(MODULE, "view")).and(search);
        return new CustomerPage(table.page(where, search.number()), table.count(where), search.number());
    }

    /**
     * A customer that the person may see.
     *
     * @throws CustomerNotFound if there is none
     */
    Customer show(CrmAccess access, long id) {
        return table.find(id, Where.within(access.scope(MODULE, "view"))).orElseThrow(CustomerNotFound::new);
    }

    /**
     * A customer with which the person may do this.
     *
     * @throws CustomerNotFound if the person may not even see it
     */
    Customer take(CrmAccess access, long id, String operation) {
        Customer customer = show(access, id);
        require(access.allows(MODULE, operation, customer.scoped()));
        return customer;
    }

    /** What may be seen and may be exported: the scopes are two, and a customer has to be in both. */
    List<Customer> exportable(CrmAccess access, CustomerSearch search) {
        require(access.permits(MODULE, "export"));
        return table.list(Where.within(access.scope(MODULE, "view"))
                .andWithin(access.scope(MODULE, "export"))
                .and(search));
    }

    void requireMayAdd(CrmAccess access) {
        require(access.permits(MODULE, "create"));
    }

    /** Whether the person may give this customer to another person or department. */
    boolean mayAssign(CrmAccess access, Facts facts) {
        return access.allows(MODULE, "assign", facts.scoped());
    }

    /** A new customer; its id. It is the person's own, unless he may also assign. */
    long add(CrmAccess access, Facts facts) {
        requireMayAdd(access);
        @Nullable Department own = access.claim().department();
        if (!access.subject().equals(facts.owner())
                || !Objects.equals(own == null ? null : own.id(), facts.department())) {
            require(access.permits(MODULE, "assign"));
            within(access, "assign", facts);
        }
        within(access, "create", facts);
        return table.insert(facts);
    }

    /**
     * Asked twice, for an edit may move the customer: it has to be in reach as it is and as it will be. To give it to another
     * person or department is an operation of its own.
     *
     * @param version that the person saw in the form
     */
    void change(CrmAccess access, long id, int version, Facts facts) {
        Customer before = take(access, id, "edit");
        if (before.version() != version) {
            throw new Refused(Refused.Reason.CHANGED_MEANWHILE);
        }
        if (!Objects.equals(before.facts().owner(), facts.owner())
                || !Objects.equals(before.facts().department(), facts.department())) {
            require(mayAssign(access, before.facts()));
            within(access, "assign", facts);
        }
        within(access, "edit", facts);
        written(table.update(before, facts));
    }

    void delete(CrmAccess access, long id) {
        written(table.delete(take(access, id, "delete")));
    }

    private static void within(CrmAccess access, String operation, Facts facts) {
        if (!access.allows(MODULE, operation, facts.scoped())) {
            throw new Refused(Refused.Reason.OUT_OF_REACH);
        }
    }

    /** The version is part of the statement: what was decided about is what is written. */
    private static void written(boolean written) {
        if (!written) {
            throw new Refused(Refused.Reason.CHANGED_MEANWHILE);
        }
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new NotAllowed();
        }
    }
}
