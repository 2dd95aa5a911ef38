package io.keycloakcrm.tests.clients.customers;

import io.keycloakcrm.claims.ClaimException;
import io.keycloakcrm.claims.Columns;
import io.keycloakcrm.claims.CrmAccess;
import io.keycloakcrm.claims.CrmRecord;
import io.keycloakcrm.claims.SqlFilter;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The customers of whoever asks. */
@RestController
final class CustomersController {

    private static final Columns COLUMNS = Columns.of("owner_id", "department_id", "region");

    private final CallerAccess caller;
    private final JdbcTemplate database;

    CustomersController(CallerAccess caller, JdbcTemplate database) {
        this.caller = caller;
        this.database = database;
    }

    @GetMapping("/customers")
    List<String> list(@AuthenticationPrincipal Jwt jwt) {
        return names(caller.of(jwt), "view");
    }

    @GetMapping("/export")
    List<String> export(@AuthenticationPrincipal Jwt jwt) {
        CrmAccess access = caller.of(jwt);
        if (!access.permits("customer", "export")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return names(access, "export");
    }

    @PutMapping("/customers/{name}/note")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annotate(@AuthenticationPrincipal Jwt jwt, @PathVariable String name, @RequestBody String note) {
        CrmAccess access = caller.of(jwt);
        CrmRecord customer = find(name);
        if (!access.allows("customer", "view", customer)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!access.allows("customer", "edit", customer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        database.update("UPDATE customer SET note = ? WHERE name = ?", note, name);
    }

    /** A claim that does not answer is an answer: no. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    void refuse(ClaimException e) {}

    private List<String> names(CrmAccess access, String operation) {
        SqlFilter where = access.where("customer", operation, COLUMNS);
        return database.queryForList(
                "SELECT name FROM customer WHERE " + where.sql() + " ORDER BY name",
                String.class,
                where.parameters().toArray());
    }

    private CrmRecord find(String name) {
        return database
                .query(
                        "SELECT owner_id, department_id, region FROM customer WHERE name = ?",
                        (row, number) -> new CrmRecord(row.getString(1), row.getString(2), row.getString(3)),
                        name)
                .stream()
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
