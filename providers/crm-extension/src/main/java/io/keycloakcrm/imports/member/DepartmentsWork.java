package io.keycloakcrm.imports.member;

import com.google.auto.service.AutoService;
import io.keycloakcrm.imports.job.ChunkContext;
import io.keycloakcrm.imports.job.ChunkWork;
import io.keycloakcrm.imports.job.Phase;
import io.keycloakcrm.imports.job.PreparedRow;
import io.keycloakcrm.imports.job.RowResult;
import io.keycloakcrm.imports.mapping.StaffField;
import io.keycloakcrm.staff.department.DepartmentTree;
import io.keycloakcrm.staff.department.Departments;
import java.util.List;

/** Creates the departments that a file names and the realm lacks; the rows that need one it may not create say so. */
@AutoService(ChunkWork.class)
public final class DepartmentsWork implements ChunkWork {

    @Override
    public Phase phase() {
        return Phase.DEPARTMENTS;
    }

    @Override
    public List<RowResult> run(ChunkContext context, List<PreparedRow> paths) {
        if (context.settings().dryRun() || !context.auth().groups().canManage()) {
            return List.of();
        }
        var departments = new Departments(context.session(), context.realm());
        if (departments.root().isEmpty()) {
            return List.of();
        }
        // Read once per chunk; what the chunk itself has created since, require() finds by name.
        DepartmentTree tree = context.memory().once(DepartmentTree.class, departments::tree);
        for (PreparedRow row : paths) {
            String path = row.values(StaffField.DEPARTMENT.id()).get(0);
            if (tree.byPath(path).isEmpty() && Departments.isValidPath(path)) {
                departments.require(path, tree);
            }
        }
        return List.of();
    }
}
