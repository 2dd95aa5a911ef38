package io.keycloakcrm.staff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.IdempotentCall;
import io.keycloakcrm.rest.Page;
import io.keycloakcrm.rest.Problem;
import io.keycloakcrm.staff.department.DepartmentTree;
import io.keycloakcrm.staff.department.Departments;
import io.keycloakcrm.staff.number.EmployeeNumber;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** {@code /staff}: the directory. */
@Produces(MediaType.APPLICATION_JSON)
final class StaffsResource {

    private static final String EVENT = "CRM_STAFF";

    private final AdminCall call;
    private final StaffRepository repository;

    StaffsResource(AdminCall call) {
        this.call = call;
        this.repository = new StaffRepository(call.session());
    }

    @GET
    public Page<StaffMember> list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("department") @Nullable String department,
            @QueryParam("includeSubdepartments") boolean includeSubdepartments,
            @QueryParam("employeeNumber") @Nullable String employeeNumber,
            @QueryParam("position") @Nullable String position,
            @QueryParam("role") @Nullable String role,
            @QueryParam("status") @Nullable String status,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("first") @Nullable Integer first,
            @QueryParam("max") @Nullable Integer max) {
        requireQuery();
        var query = new StaffQuery(
                search,
                department == null ? null : departments(department, includeSubdepartments),
                employeeNumber == null ? null : EmployeeNumber.normalize(employeeNumber),
                position,
                role == null ? null : role(role),
                status,
                StaffQuery.Sort.of(sort),
                sort != null && sort.startsWith("-"),
                Page.first(first),
                Page.max(max));
        StaffRepository.Found found = repository.search(call.realm(), query);
        return new Page<>(view().of(found.entries()), found.total());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, ObjectNode body) {
        call.auth().users().requireManage();
        var once = new IdempotentCall(call, key, "staff " + body);
        return answer(once.earlier().orElseGet(() -> {
            UserModel user = body.has("userId") ? adopted(body) : admission().create(body);
            once.made(user.getId());
            call.event()
                    .resource(EVENT)
                    .operation(OperationType.CREATE)
                    .resourcePath("crm/staff", user.getId())
                    .success();
            return user.getId();
        }));
    }

    private Response answer(String userId) {
        return Response.created(call.session()
                        .getContext()
                        .getUri()
                        .getAbsolutePathBuilder()
                        .path(userId)
                        .build())
                .entity(view(userId))
                .build();
    }

    /** Compares the index with the users and repairs it; the same that happens every night. */
    @POST
    @Path("reindex")
    public StaffReindex.Report reindex() {
        call.auth().realm().requireManageRealm();
        StaffReindex.Report report = StaffReindex.ofRealm(
                call.session().getKeycloakSessionFactory(), call.realm().getId());
        call.event()
                .resource(EVENT)
                .operation(OperationType.ACTION)
                .resourcePath("crm/staff/reindex")
                .success();
        return report;
    }

    @GET
    @Path("{userId}")
    public StaffMember get(@PathParam("userId") String userId) {
        call.auth().users().requireQuery();
        return view(find(userId).getId());
    }

    @PUT
    @Path("{userId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public StaffMember update(@PathParam("userId") String userId, ObjectNode body) {
        call.auth().users().requireQuery();
        UserModel user = find(userId);
        call.auth().users().requireManage(user);
        StaffDraft draft = StaffRequest.read(call.session(), call.realm(), body, false);
        admission().carryOut(new StaffWriter(call.session(), call.realm(), call.auth()).planUpdate(user, draft));
        call.event()
                .resource(EVENT)
                .operation(OperationType.UPDATE)
                .resourcePath("crm/staff", userId)
                .success();
        return view(userId);
    }

    /** Hands on to the room that registered the branch. */
    @Path("{userId}/{branch}")
    public Object branch(@PathParam("userId") String userId, @PathParam("branch") String branch) {
        call.auth().users().requireQuery();
        UserModel user = find(userId);
        @Nullable StaffEndpoint endpoint = call.session().getProvider(StaffEndpoint.class, branch);
        if (endpoint == null) {
            throw new NotFoundException();
        }
        return endpoint.resource(call, user);
    }

    private void requireQuery() {
        call.auth().users().requireQuery();
        // Keycloak narrows a list only by the fine-grained permissions of the realm's own administrators; whoever
        // else asks must be allowed to view everybody.
        boolean narrowed = call.realm().isAdminPermissionsEnabled()
                && call.auth().adminAuth().getRealm().equals(call.realm());
        if (!narrowed && !call.auth().users().canView()) {
            throw new ForbiddenException();
        }
    }

    private UserModel adopted(ObjectNode body) {
        if (body.size() > 1 || !body.get("userId").isTextual()) {
            throw Problem.badField("userId", "crm.staff.adopt-alone");
        }
        return admission().adopt(body.get("userId").textValue());
    }

    private StaffAdmission admission() {
        return new StaffAdmission(call.session(), call.realm(), call.auth());
    }

    private UserModel find(String userId) {
        Optional<UserModel> user = repository
                .find(call.realm().getId(), userId)
                .map(entry -> call.session().users().getUserById(call.realm(), entry.userId()));
        // Who may view nobody learns nothing from the difference between 403 and 404.
        if (user.isEmpty() && !call.auth().users().canView()) {
            throw new ForbiddenException();
        }
        user.ifPresent(call.auth().users()::requireView);
        return user.orElseThrow(() -> Problem.notFound("crm.staff.not-found"));
    }

    private StaffMember view(String userId) {
        return repository
                .entry(call.realm().getId(), userId)
                .map(entry -> view().ofOne(entry))
                .orElseThrow(() -> Problem.notFound("crm.staff.not-found"));
    }

    private StaffView view() {
        boolean viewsEverybody = call.auth().users().canView();
        return new StaffView(call.session(), call.realm(), id -> viewsEverybody || mayView(id));
    }

    private boolean mayView(String userId) {
        @Nullable UserModel user = call.session().users().getUserById(call.realm(), userId);
        return user != null && call.auth().users().canView(user);
    }

    private List<String> departments(String idOrPath, boolean includeSubdepartments) {
        DepartmentTree tree = new Departments(call.session(), call.realm()).tree();
        return tree.byId(idOrPath)
                .or(() -> tree.byPath(idOrPath))
                .map(found -> includeSubdepartments ? tree.subtree(found.id()) : List.of(found.id()))
                .orElse(List.of());
    }

    private String role(String name) {
        @Nullable RoleModel role = call.realm().getRole(name);
        return role == null ? "" : role.getId();
    }
}
