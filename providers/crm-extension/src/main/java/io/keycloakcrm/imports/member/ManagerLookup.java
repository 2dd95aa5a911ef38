package io.keycloakcrm.imports.member;

import io.keycloakcrm.imports.job.ChunkContext;
import io.keycloakcrm.imports.mapping.StaffField;
import io.keycloakcrm.staff.StaffDirectory;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.UserModel;

/** Finds whom a file means by its manager column: an employee number, an e-mail address, or a name that is unique. */
final class ManagerLookup {

    private final MemberKeys keys;
    private final StaffDirectory directory;

    ManagerLookup(ChunkContext context, MemberKeys keys) {
        this.keys = keys;
        this.directory = new StaffDirectory(context.session(), context.realm());
    }

    /** Everybody the reference may mean: nobody, one, or several if it is a name that several have. */
    List<UserModel> candidates(String reference) {
        return byKey(reference).map(List::of).orElseGet(() -> directory.byName(reference));
    }

    /** The member whose employee number or e-mail address it is. */
    Optional<UserModel> byKey(String reference) {
        return keys.find(StaffField.EMPLOYEE_NUMBER, reference).or(() -> keys.find(StaffField.EMAIL, reference));
    }
}
