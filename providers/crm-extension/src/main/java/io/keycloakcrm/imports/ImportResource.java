package io.keycloakcrm.imports;

import io.keycloakcrm.imports.job.Analysis;
import io.keycloakcrm.imports.job.ImportEngine;
import io.keycloakcrm.imports.job.ImportJob;
import io.keycloakcrm.imports.job.ImportJobs;
import io.keycloakcrm.imports.job.ImportPresets;
import io.keycloakcrm.imports.job.ImportSettings;
import io.keycloakcrm.imports.job.ImportState;
import io.keycloakcrm.imports.job.Outcome;
import io.keycloakcrm.imports.job.Preset;
import io.keycloakcrm.imports.job.UploadProgress;
import io.keycloakcrm.imports.job.Uploads;
import io.keycloakcrm.imports.mapping.Column;
import io.keycloakcrm.invitation.admin.Inviting;
import io.keycloakcrm.rest.ActingAdministrator;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Messages;
import io.keycloakcrm.rest.Page;
import io.keycloakcrm.rest.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;

/** {@code /crm/imports/{id}}: the steps of one import. */
@Produces(MediaType.APPLICATION_JSON)
final class ImportResource {

    private final AdminCall call;
    private final ImportEngine engine;
    private final ImportJobs jobs;
    private final String id;

    ImportResource(AdminCall call, ImportEngine engine, ImportJobs jobs, String id) {
        this.call = call;
        this.engine = engine;
        this.jobs = jobs;
        this.id = id;
    }

    @GET
    public ImportRepresentation get() {
        call.auth().users().requireManage();
        return new ImportViews(call, jobs).whole(found(jobs.find(id)));
    }

    @PUT
    @Path("parts/{number}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response putPart(
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long announced,
            @HeaderParam(ContentDigest.HEADER) @Nullable String digest,
            InputStream body) {
        call.auth().users().requireManage();
        new PartUpload(call, jobs, id).receive(new PartUpload.Incoming(number, announced, digest, body));
        return Response.noContent().build();
    }

    @POST
    @Path("analysis")
    @Consumes(MediaType.APPLICATION_JSON)
    public ImportRepresentation analyse(FileAnalyst.@Nullable Settled settled) throws IOException {
        call.auth().users().requireManage();
        if (held(ImportState.OPEN).state() == ImportState.UPLOADED) {
            completeUpload();
        }
        Analysis analysis =
                new FileAnalyst(call).analyse(jobs.file(id), settled == null ? FileAnalyst.Settled.NOTHING : settled);
        return done(jobs.analyse(id, analysis), OperationType.UPDATE, "analysis");
    }

    private void completeUpload() throws IOException {
        var uploads = new Uploads(call.session(), call.realm().getId());
        List<Integer> missing = uploads.find(id).map(UploadProgress::missing).orElse(List.of());
        if (!missing.isEmpty()) {
            throw Problem.conflict("crm.import.parts-missing", missing.size(), PartNumbers.text(missing));
        }
        uploads.complete(id);
    }

    @PUT
    @Path("mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    public ImportRepresentation map(@Nullable MappingRequest request) {
        call.auth().users().requireManage();
        Analysis analysis = analysis(held(ImportState.OPEN));
        MappingRequest mapping = request == null ? new MappingRequest(null, null) : request;
        List<Column> sent = mapping.sent(analysis, preset(mapping.preset()));
        Analysis answered = MappingRequest.answered(
                analysis, sent, OwnAttributes.of(call.session()).keySet());
        return done(jobs.analyse(id, answered), OperationType.UPDATE, "mapping");
    }

    private @Nullable Preset preset(@Nullable String name) {
        return name == null
                ? null
                : new ImportPresets(call.session(), call.realm().getId())
                        .find(name)
                        .orElseThrow(() -> Problem.badField("preset", "crm.import.preset-not-found", name));
    }

    @POST
    @Path("dry-run")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response dryRun(@Nullable StartRequest request) {
        call.auth().users().requireManage();
        return begin(request, true);
    }

    @POST
    @Path("start")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(@Nullable StartRequest request) {
        call.auth().users().requireManage();
        return begin(request, false);
    }

    private Response begin(@Nullable StartRequest request, boolean dryRun) {
        ImportJob job = held(ImportState.STARTABLE);
        StartRequest wanted = Objects.requireNonNullElse(request, StartRequest.DEFAULT);
        ImportSettings settings = wanted.settings(analysis(job), call.realm().isDuplicateEmailsAllowed(), dryRun);
        if (settings.invite()) {
            Inviting.obstacle(call.session(), call.realm()).ifPresent(code -> {
                throw Problem.conflict(code);
            });
        }
        boolean begun = jobs.begin(id, settings, wanted.wantedPace(), ActingAdministrator.of(call));
        engine.nudgeAfterCommit(call.session());
        ImportRepresentation entity = done(begun, OperationType.ACTION, dryRun ? "dry-run" : "start");
        return Response.accepted(entity).build();
    }

    @POST
    @Path("pause")
    public ImportRepresentation pause() {
        call.auth().users().requireManage();
        held(ImportState.ACTIVE);
        return done(jobs.pause(id), OperationType.ACTION, "pause");
    }

    @POST
    @Path("resume")
    @Consumes(MediaType.APPLICATION_JSON)
    public ImportRepresentation resume(@Nullable ResumeRequest request) {
        call.auth().users().requireManage();
        ImportJob job = held(List.of(ImportState.PAUSED));
        ResumeRequest wanted = Objects.requireNonNullElse(request, ResumeRequest.NOTHING);
        wanted.confirmed(job).ifPresent(number -> jobs.confirmAbsentees(id, number));
        boolean resumed = jobs.resume(job, wanted.wantedPace(job.pace()), ActingAdministrator.of(call));
        engine.nudgeAfterCommit(call.session());
        return done(resumed, OperationType.ACTION, "resume");
    }

    @POST
    @Path("cancel")
    public ImportRepresentation cancel() {
        call.auth().users().requireManage();
        held(ImportState.UNFINISHED);
        return done(jobs.cancel(id), OperationType.ACTION, "cancel");
    }

    @GET
    @Path("rows")
    public Page<RowRepresentation> rows(
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("first") @Nullable Integer first,
            @QueryParam("max") @Nullable Integer max) {
        call.auth().users().requireManage();
        ImportJob job = found(jobs.find(id));
        @Nullable Outcome wanted = outcome(outcome);
        Messages messages = Messages.of(call.session());
        List<Column> columns =
                job.analysis() == null ? List.of() : job.analysis().columns();
        List<RowRepresentation> items = jobs.rows(id, wanted, Page.first(first), Page.max(max)).stream()
                .map(row -> RowRepresentation.of(row, columns, messages))
                .toList();
        return new Page<>(items, jobs.countRows(id, wanted));
    }

    @GET
    @Path("results.csv")
    @Produces("text/csv")
    public Response results(@QueryParam("outcome") @Nullable String outcome) {
        call.auth().users().requireManage();
        ImportJob job = found(jobs.find(id));
        if (job.erased()) {
            throw Problem.conflict("crm.import.erased");
        }
        return new ResultsFile(call, job, analysis(job), jobs.counts(id).rows(), outcome(outcome)).response();
    }

    private static @Nullable Outcome outcome(@Nullable String outcome) {
        return outcome == null || outcome.isBlank()
                ? null
                : Outcome.byId(outcome)
                        .orElseThrow(() -> Problem.badField("outcome", "crm.import.outcome-unknown", outcome));
    }

    private ImportJob found(Optional<ImportJob> job) {
        return job.orElseThrow(() -> Problem.notFound("crm.import.not-found"));
    }

    private ImportJob held(Collection<ImportState> states) {
        ImportJob job = found(jobs.hold(id));
        if (job.erased() || !states.contains(job.state())) {
            throw conflict(job);
        }
        return job;
    }

    private static Analysis analysis(ImportJob job) {
        @Nullable Analysis analysis = job.analysis();
        if (analysis == null) {
            throw conflict(job);
        }
        return analysis;
    }

    private static RuntimeException conflict(ImportJob job) {
        return job.erased()
                ? Problem.conflict("crm.import.erased")
                : Problem.conflict("crm.import.state-conflict", job.state().id());
    }

    private ImportRepresentation done(boolean changed, OperationType operation, String step) {
        ImportJob job = found(jobs.find(id));
        if (!changed) {
            throw conflict(job);
        }
        new ImportEvents(call).send(operation, step, id);
        return new ImportViews(call, jobs).of(job);
    }
}
