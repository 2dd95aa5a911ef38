package io.keycloakcrm.tests.provider;

import io.keycloakcrm.rest.AdminCall;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** {@code /admin/realms/{realm}/crm/text-messages?number=…}. */
@Produces(MediaType.APPLICATION_JSON)
final class MessagesResource {

    private final AdminCall call;

    MessagesResource(AdminCall call) {
        this.call = call;
    }

    @GET
    public Map<String, Object> sent(@QueryParam("number") String number) {
        call.auth().realm().requireManageRealm();
        return MessagesSenderFactory.answer(number);
    }
}
