package io.keycloakcrm.access.explain;

import io.keycloakcrm.access.explain.RecordAnswer.Condition;
import io.keycloakcrm.claims.CrmRecord;
import io.keycloakcrm.claims.DataScopeLevel;
import io.keycloakcrm.claims.Departments;
import io.keycloakcrm.claims.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds one record to one grant, condition by condition. */
final class RecordTry {

    private RecordTry() {}

    /** @param subject id of the person */
    static RecordAnswer.Try of(SaidScopes.Said said, String subject, CrmRecord record) {
        @Nullable Grant grant = said.grant();
        List<Condition> misses = grant == null ? List.of(Condition.OWN_DEPARTMENT) : misses(grant, subject, record);
        return new RecordAnswer.Try(
                said.role(), said.key().toString(), said.entry().toString(), misses.isEmpty(), misses);
    }

    private static List<Condition> misses(Grant grant, String subject, CrmRecord record) {
        List<Condition> misses = new ArrayList<>();
        if (grant.level() == DataScopeLevel.SELF && !subject.equals(record.owner())) {
            misses.add(Condition.OWNER);
        }
        @Nullable Departments departments = grant.departments();
        @Nullable String department = record.department();
        if (departments != null && (department == null || !departments.contains(department))) {
            misses.add(Condition.DEPARTMENT);
        }
        @Nullable Set<String> regions = grant.regions();
        @Nullable String region = record.region();
        if (regions != null && (region == null || !regions.contains(region))) {
            misses.add(Condition.REGION);
        }
        return misses;
    }
}
