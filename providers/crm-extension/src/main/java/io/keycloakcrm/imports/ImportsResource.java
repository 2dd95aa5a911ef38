package io.keycloakcrm.imports;

import io.keycloakcrm.imports.job.ImportEngine;
import io.keycloakcrm.imports.job.ImportJob;
import io.keycloakcrm.imports.job.ImportJobs;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Page;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;

/** {@code /crm/imports}: all imports of the realm, and where new ones come in. */
final class ImportsResource {

    private final AdminCall call;
    private final ImportsConfig config;
    private final ImportEngine engine;
    private final ImportJobs jobs;

    ImportsResource(AdminCall call, ImportsConfig config, ImportEngine engine) {
        this.call = call;
        this.config = config;
        this.engine = engine;
        this.jobs = new ImportJobs(call.session(), call.realm().getId());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public Response upload(
            @RestForm("file") @Nullable FileUpload file,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey)
            throws IOException {
        call.auth().users().requireManage();
        Upload.Received received = new Upload(call, jobs, config.maxFileBytes()).receive(file, idempotencyKey);
        ImportJob job = received.job();
        if (received.isNew()) {
            new ImportEvents(call).send(OperationType.CREATE, "upload", job.id());
        }
        URI location = call.session()
                .getContext()
                .getUri()
                .getAbsolutePathBuilder()
                .path(job.id())
                .build();
        return Response.created(location)
                .entity(new ImportViews(call, jobs).of(job))
                .build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<ImportRepresentation> list(
            @QueryParam("first") @Nullable Integer first, @QueryParam("max") @Nullable Integer max) {
        call.auth().users().requireManage();
        ImportViews views = new ImportViews(call, jobs);
        List<ImportRepresentation> items = jobs.page(Page.first(first), Page.max(max)).stream()
                .map(views::of)
                .toList();
        return new Page<>(items, jobs.count());
    }

    @GET
    @Path("template.csv")
    @Produces("text/csv")
    public Response template() {
        call.auth().users().requireManage();
        return TemplateFile.response(call);
    }

    @Path("{id}")
    public ImportResource job(@PathParam("id") String id) {
        return new ImportResource(call, engine, jobs, id);
    }
}
