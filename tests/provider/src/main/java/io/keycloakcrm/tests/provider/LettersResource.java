package io.keycloakcrm.tests.provider;

import io.keycloakcrm.outbox.Outbox;
import io.keycloakcrm.outbox.Parcel;
import io.keycloakcrm.rest.AdminCall;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** {@code /admin/realms/{realm}/crm/letters}. */
@Produces(MediaType.APPLICATION_JSON)
final class LettersResource {

    private final AdminCall call;

    LettersResource(AdminCall call) {
        this.call = call;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Integer> send(LettersRequest request) {
        call.auth().realm().requireManageRealm();
        List<Parcel> parcels = request.keys().stream()
                .map(key -> new Parcel(request.kind(), key, key + "/" + request.address()))
                .toList();
        int added = outbox().add(call.realm(), parcels);
        if (request.rollback()) {
            call.session().getTransactionManager().setRollbackOnly();
        }
        return Map.of("added", added);
    }

    @DELETE
    @Path("{key}")
    public Map<String, Boolean> withdraw(@PathParam("key") String key) {
        call.auth().realm().requireManageRealm();
        return Map.of("withdrawn", outbox().withdraw(call.realm(), key));
    }

    private Outbox outbox() {
        return call.session().getProvider(Outbox.class);
    }
}
