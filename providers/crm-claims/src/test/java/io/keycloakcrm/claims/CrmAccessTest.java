package io.keycloakcrm.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CrmAccessTest {

    private static final Columns COLUMNS = Columns.of("owner_id", "dept_id", "region");
    private static final CrmRecord MINE = new CrmRecord("me", "d9", null);
    private static final CrmRecord OF_MY_DEPARTMENT = new CrmRecord("you", "d-east", null);

    private final CrmAccess access = CrmAccess.ofToken(Map.of("sub", "me", "crm", Json.resource("sales-rep.json")));

    @Test
    void allowsWhatIsPermittedWithinItsScope() {
        assertThat(access.allows("customer", "view", OF_MY_DEPARTMENT)).isTrue();
        assertThat(access.allows("customer", "view", MINE)).isFalse();
        assertThat(access.allows("customer", "edit", MINE)).isTrue();
        assertThat(access.allows("customer", "edit", OF_MY_DEPARTMENT)).isFalse();
    }

    @Test
    void withoutThePermissionNoScopeHelps() {
        assertThat(access.permits("contract", "view")).isFalse();
        assertThat(access.allows("contract", "view", MINE)).isFalse();
        assertThat(access.where("contract", "view", COLUMNS).sql()).isEqualTo("1 = 0");
    }

    @Test
    void belongsToAPerson() {
        assertThatIllegalArgumentException().isThrownBy(() -> CrmAccess.of(" ", access.claim()));
    }

    @Nested
    class WithDepartmentsThatAreYetToBeFetched {

        private final CrmAccess access = CrmAccess.of("me", CrmClaim.parse(Json.object("""
                {'v':1,'permissions':{'customer':['view'],'report':['view']},'data_scopes':{
                 '*':[{'level':'all'},{'level':'department','departments':'crm_departments#1'}],
                 'customer':[{'level':'self'},
                             {'level':'custom','departments':'crm_departments#0','regions':['east']}]}}""")));

        @Test
        void saysSo() {
            assertThat(access.claim().unresolved()).isTrue();
        }

        @Test
        void allowsWhatDoesNotHangOnThem() {
            assertThat(access.allows("customer", "view", MINE)).isTrue();
            assertThat(access.allows("report", "view", OF_MY_DEPARTMENT)).isTrue();
            assertThat(access.where("report", "view", COLUMNS).sql()).isEqualTo("1 = 1");
        }

        @Test
        void deniesWhatNoListCouldAllow() {
            assertThat(access.allows("customer", "view", new CrmRecord("you", "d1", "west")))
                    .isFalse();
            assertThat(access.allows("customer", "view", new CrmRecord("you", null, "east")))
                    .isFalse();
        }

        @Test
        void answersNeitherWayWhereItHangsOnThem() {
            assertThatExceptionOfType(UnresolvedDepartmentsException.class)
                    .isThrownBy(() -> access.allows("customer", "view", new CrmRecord("you", "d1", "east")))
                    .withMessageContaining("crm_departments#0");
            assertThatExceptionOfType(UnresolvedDepartmentsException.class)
                    .isThrownBy(() -> access.where("customer", "view", COLUMNS));
        }

        @Test
        void answersOnceTheyAreThere() {
            CrmClaim whole = access.claim().resolve(DepartmentLists.parse(List.of(List.of("d1", "d2"), List.of("d3"))));
            assertThat(whole.unresolved()).isFalse();
            assertThat(CrmAccess.of("me", whole).allows("customer", "view", new CrmRecord("you", "d1", "east")))
                    .isTrue();
        }
    }
}
