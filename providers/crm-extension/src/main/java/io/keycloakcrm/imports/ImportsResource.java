package io.keycloakcrm.imports;

import io.keycloakcrm.imports.job.ImportEngine;
import io.keycloakcrm.imports.job.ImportJob;
import io.keycloakcrm.imports.job.ImportJobs;
import io.keycloakcrm.imports.job.PartPlan;
import io.keycloakcrm.imports.job.Uploads;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.IdempotentCall;
import io.keycloakcrm.rest.Page;
import io.keycloakcrm.rest.Problem;
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
import java.util.Objects;
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
        return created(job);
    }

    /** Begins an upload in parts, for files beyond what the server takes as one body. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response begin(
            @Nullable UploadRequest request, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        call.auth().users().requireManage();
        UploadRequest asked = Objects.requireNonNullElse(request, new UploadRequest(null, null, null));
        PartPlan plan = asked.plan(config.maxFileBytes());
        var once = new IdempotentCall(call, idempotencyKey, "imports " + asked);
        String id = once.earlier().orElseGet(() -> {
            String begun = new Uploads(call.session(), call.realm().getId())
                    .begin(FileName.sanitized(asked.fileName()), plan, Upload.uploader(call));
            once.made(begun);
            new ImportEvents(call).send(OperationType.CREATE, "upload", begun);
            return begun;
        });
        return created(jobs.find(id).orElseThrow(() -> Problem.notFound("crm.import.not-found")));
    }

    private Response created(ImportJob job) {
        URI location = call.session()
                .getContext()
                .getUri()
                .getAbsolutePathBuilder()
                .path(job.id())
                .build();
        return Response.created(location)
                .entity(new ImportViews(call, jobs).whole(job))
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
