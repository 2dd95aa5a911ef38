package io.keycloakcrm.staff.department;

import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.IdempotentCall;
import io.keycloakcrm.rest.Page;
import io.keycloakcrm.rest.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.GroupModel;

/** {@code /departments}: the tree as a list in the order of paths, and its changes. */
@Produces(MediaType.APPLICATION_JSON)
final class DepartmentsResource {

    private static final String EVENT = "CRM_DEPARTMENT";

    private final AdminCall call;
    private final Departments departments;

    DepartmentsResource(AdminCall call) {
        this.call = call;
        this.departments = new Departments(call.session(), call.realm());
    }

    @GET
    public Page<DepartmentRepresentation> list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("parent") @Nullable String parent,
            @QueryParam("first") @Nullable Integer first,
            @QueryParam("max") @Nullable Integer max) {
        call.auth().groups().requireList();
        DepartmentTree tree = departments.tree();
        List<Department> found = tree.all().stream()
                .filter(matches(search))
                .filter(department ->
                        parent == null || parent.equals(Objects.requireNonNullElse(department.parentId(), "")))
                .filter(this::mayView)
                .toList();
        var view = new DepartmentView(call, departments, tree);
        return new Page<>(
                found.stream()
                        .skip(Page.first(first))
                        .limit(Page.max(max))
                        .map(view::of)
                        .toList(),
                found.size());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, DepartmentRequest request) {
        call.auth().groups().requireManage();
        var once = new IdempotentCall(call, key, "departments " + request);
        String id = once.earlier().orElseGet(() -> {
            GroupModel department = created(request);
            once.made(department.getId());
            call.event()
                    .resource(EVENT)
                    .operation(OperationType.CREATE)
                    .resourcePath("crm/departments", department.getId())
                    .success();
            return department.getId();
        });
        return Response.created(call.session()
                        .getContext()
                        .getUri()
                        .getAbsolutePathBuilder()
                        .path(id)
                        .build())
                .entity(view(find(id)))
                .build();
    }

    private GroupModel created(DepartmentRequest request) {
        if (request.name == null) {
            throw Problem.badField("name", "crm.department.name-invalid", "");
        }
        @Nullable GroupModel parent = request.parentId == null ? null : find(request.parentId);
        GroupModel department = departments.create(request.name, parent);
        new DepartmentHeads(call).apply(department, request);
        return department;
    }

    @GET
    @Path("{id}")
    public DepartmentRepresentation get(@PathParam("id") String id) {
        call.auth().groups().requireList();
        GroupModel department = find(id);
        call.auth().groups().requireView(department);
        return view(department);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public DepartmentRepresentation update(@PathParam("id") String id, DepartmentRequest request) {
        call.auth().groups().requireList();
        GroupModel department = find(id);
        call.auth().groups().requireManage(department);
        if (request.name != null) {
            departments.rename(department, request.name);
        }
        if (request.parentGiven) {
            @Nullable GroupModel parent = request.parentId == null ? null : find(request.parentId);
            new DepartmentMove(call.auth(), departments).to(department, parent);
        }
        new DepartmentHeads(call).apply(department, request);
        call.event()
                .resource(EVENT)
                .operation(OperationType.UPDATE)
                .resourcePath("crm/departments", id)
                .success();
        return view(department);
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id, @QueryParam("moveTo") @Nullable String moveTo) {
        call.auth().groups().requireList();
        GroupModel department = find(id);
        call.auth().groups().requireManage(department);
        new DepartmentRemoval(call, departments).remove(department, moveTo == null ? null : find(moveTo));
        call.event()
                .resource(EVENT)
                .operation(OperationType.DELETE)
                .resourcePath("crm/departments", id)
                .success();
    }

    private GroupModel find(String id) {
        return departments
                .tree()
                .byId(id)
                .map(departments::group)
                .orElseThrow(() -> Problem.notFound("crm.department.not-found"));
    }

    private DepartmentRepresentation view(GroupModel department) {
        DepartmentTree tree = departments.tree();
        return tree.byId(department.getId())
                .map(new DepartmentView(call, departments, tree)::of)
                .orElseThrow(() -> Problem.notFound("crm.department.not-found"));
    }

    private boolean mayView(Department department) {
        return call.auth().groups().canView() || call.auth().groups().canView(departments.group(department));
    }

    private static Predicate<Department> matches(@Nullable String search) {
        if (search == null || search.isBlank()) {
            return department -> true;
        }
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return department -> department.path().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
