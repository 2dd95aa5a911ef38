package io.keycloakcrm.imports;

import io.keycloakcrm.imports.job.ImportPresets;
import io.keycloakcrm.imports.job.Preset;
import io.keycloakcrm.imports.mapping.StaffField;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Page;
import io.keycloakcrm.rest.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;

/** {@code /crm/import-presets}: mappings kept under a name, for files with the same headers. */
@Produces(MediaType.APPLICATION_JSON)
final class ImportPresetsResource {

    private static final int MAX_NAME = 64;
    private static final int MAX_COLUMNS = 256;

    private final AdminCall call;
    private final ImportPresets presets;

    ImportPresetsResource(AdminCall call) {
        this.call = call;
        this.presets = new ImportPresets(call.session(), call.realm().getId());
    }

    /** Body of a PUT. */
    record Content(@Nullable List<Preset.Assignment> columns) {}

    @GET
    public Page<Preset> list(@QueryParam("first") @Nullable Integer first, @QueryParam("max") @Nullable Integer max) {
        call.auth().users().requireManage();
        return new Page<>(presets.page(Page.first(first), Page.max(max)), presets.count());
    }

    @GET
    @Path("{name}")
    public Preset get(@PathParam("name") String name) {
        call.auth().users().requireManage();
        return presets.find(name).orElseThrow(() -> Problem.notFound("crm.import.preset-not-found", name));
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("name") String name, @Nullable Content content) {
        call.auth().users().requireManage();
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw Problem.badField("name", "crm.import.preset-name-invalid", MAX_NAME);
        }
        boolean created = presets.save(new Preset(name, checked(content)));
        send(created ? OperationType.CREATE : OperationType.UPDATE, name);
        return Response.noContent().build();
    }

    @DELETE
    @Path("{name}")
    public Response delete(@PathParam("name") String name) {
        call.auth().users().requireManage();
        if (!presets.remove(name)) {
            throw Problem.notFound("crm.import.preset-not-found", name);
        }
        send(OperationType.DELETE, name);
        return Response.noContent().build();
    }

    private List<Preset.Assignment> checked(@Nullable Content content) {
        List<Preset.Assignment> columns = content == null ? null : content.columns();
        if (columns == null || columns.isEmpty() || columns.size() > MAX_COLUMNS) {
            throw Problem.badField("columns", "crm.import.columns-missing");
        }
        Set<String> own = OwnAttributes.of(call.session()).keySet();
        for (Preset.Assignment column : columns) {
            @Nullable String field = column.field();
            if (Objects.toString(column.header(), "").isBlank()) {
                throw Problem.badField("columns", "crm.import.columns-missing");
            }
            if (field != null && StaffField.byId(field).isEmpty() && !own.contains(field)) {
                throw Problem.badField("columns", "crm.import.field-unknown", field);
            }
        }
        return columns;
    }

    private void send(OperationType operation, String name) {
        call.event()
                .operation(operation)
                .resource("CRM_IMPORT_PRESET")
                .resourcePath("crm", ImportPresetsAdminEndpointFactory.ID, name)
                .success();
    }
}
