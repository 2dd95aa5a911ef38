package io.keycloakcrm.demo.crm.customer;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was filled in goes further than the person's reach, or somebody else was faster; the form says so. */
@ResponseStatus(HttpStatus.CONFLICT)
final class Refused extends RuntimeException {

    /** Why, and what to do. */
    enum Reason {
        /** The customer would leave the person's reach, or come from outside it. */
        OUT_OF_REACH,
        /** Somebody has changed it in the meantime. */
        CHANGED_MEANWHILE
    }

    private final Reason reason;

    Refused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
