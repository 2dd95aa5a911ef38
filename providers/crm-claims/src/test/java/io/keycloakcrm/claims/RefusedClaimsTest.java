package io.keycloakcrm.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedClaimsTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                            | crm.v
            {'v':'1'}                                                                     | crm.v
            {'v':1.5}                                                                     | crm.v
            {'v':null}                                                                    | crm.v
            {'v':1,'position':5}                                                          | crm.position
            {'v':1,'position':''}                                                         | crm.position
            {'v':1,'position':null}                                                       | crm.position
            {'v':1,'hire_date':'18.1.2024'}                                               | crm.hire_date
            {'v':1,'department':{'id':'d'}}                                               | crm.department.path
            {'v':1,'department':'d'}                                                      | crm.department
            {'v':1,'roles':'sales-rep'}                                                   | crm.roles
            {'v':1,'roles':['a',5]}                                                       | crm.roles[1]
            {'v':1,'roles':null}                                                          | crm.roles
            {'v':1,'permissions':['customer:view']}                                       | crm.permissions
            {'v':1,'permissions':{'customer':'view'}}                                     | crm.permissions.customer
            {'v':1,'permissions':{'customer':['*']}}                                      | crm.permissions.customer
            {'v':1,'permissions':{'*':['view']}}                                          | crm.permissions['*']
            {'v':1,'data_scopes':[]}                                                      | crm.data_scopes
            {'v':1,'data_scopes':{'customer:*':[]}}                                       | crm.data_scopes['customer:*']
            {'v':1,'data_scopes':{'*':null}}                                              | crm.data_scopes['*']
            {'v':1,'data_scopes':{'*':'all'}}                                             | crm.data_scopes['*']
            {'v':1,'data_scopes':{'*':[null]}}                                            | crm.data_scopes['*'][0]
            {'v':1,'data_scopes':{'*':['all']}}                                           | crm.data_scopes['*'][0]
            {'v':1,'data_scopes':{'a:b':[{'level':'self'},{'level':'everything'}]}}       | crm.data_scopes['a:b'][1].level
            {'v':1,'data_scopes':{'a':[{'level':'ALL'}]}}                                 | crm.data_scopes.a[0].level
            {'v':1,'data_scopes':{'a':[{}]}}                                              | crm.data_scopes.a[0].level
            {'v':1,'data_scopes':{'a':[{'level':'department'}]}}                          | crm.data_scopes.a[0]
            {'v':1,'data_scopes':{'a':[{'level':'department_tree','regions':['east']}]}}  | crm.data_scopes.a[0]
            {'v':1,'data_scopes':{'a':[{'level':'department','departments':[]}]}}         | crm.data_scopes.a[0].departments
            {'v':1,'data_scopes':{'a':[{'level':'department','departments':null}]}}       | crm.data_scopes.a[0].departments
            {'v':1,'data_scopes':{'a':[{'level':'department','departments':[1]}]}}        | crm.data_scopes.a[0].departments[0]
            {'v':1,'data_scopes':{'a':[{'level':'department','departments':'d1'}]}}       | crm.data_scopes.a[0].departments
            {'v':1,'data_scopes':{'a':[{'level':'department','departments':'crm_departments#01'}]}} | crm.data_scopes.a[0].departments
            {'v':1,'data_scopes':{'a':[{'level':'department','departments':'crm_departments#9999999999'}]}} | crm.data_scopes.a[0].departments
            {'v':1,'data_scopes':{'a':[{'level':'custom'}]}}                              | crm.data_scopes.a[0]
            {'v':1,'data_scopes':{'a':[{'level':'custom','departments':['d'],'regions':[]}]}}   | crm.data_scopes.a[0].regions
            {'v':1,'data_scopes':{'a':[{'level':'custom','departments':['d'],'regions':null}]}} | crm.data_scopes.a[0].regions
            {'v':1,'data_scopes':{'a':[{'level':'custom','departments':['d'],'regions':'east'}]}} | crm.data_scopes.a[0].regions
            {'v':1,'data_scopes':{'a':[{'level':'all','regions':['east']}]}}              | crm.data_scopes.a[0]
            """)
    void isRefusedAndTheMessageNamesThePlace(String claim, String path) {
        assertThatExceptionOfType(MalformedClaimException.class)
                .isThrownBy(() -> CrmClaim.parse(Json.object(claim)))
                .withMessageContaining(path)
                .satisfies(e -> assertThat(e.path()).isEqualTo(path));
    }

    @Test
    void aGrantWithAnUnknownFieldIsRefusedForItMayBeACondition() {
        assertThatExceptionOfType(MalformedClaimException.class)
                .isThrownBy(() ->
                        CrmClaim.parse(Json.object("{'v':1,'data_scopes':{'a':[{'level':'self','tags':['vip']}]}}")))
                .withMessageContaining("tags");
    }

    @Test
    void anUnknownVersionIsRefusedWithWhatToDo() {
        assertThatExceptionOfType(UnsupportedClaimVersionException.class)
                .isThrownBy(() -> CrmClaim.parse(Map.of("v", 2, "data_scopes", "whatever version 2 makes of it")))
                .withMessageContaining("version 2")
                .withMessageContaining("Update crm-claims");
    }

    @Test
    void aTokenWithoutTheClaimIsRefusedWithWhatToDo() {
        assertThatExceptionOfType(MissingClaimException.class)
                .isThrownBy(() -> CrmAccess.ofToken(Map.of("sub", "me")))
                .withMessageContaining("scope crm");
    }

    @Test
    void aTokenWithoutASubjectIsRefused() {
        assertThatExceptionOfType(MissingClaimException.class)
                .isThrownBy(() -> CrmAccess.ofToken(Map.of("crm", Map.of("v", 1))))
                .withMessageContaining("sub");
    }

    @Test
    void everyRefusalCanBeCaughtAsOne() {
        assertThatExceptionOfType(ClaimException.class).isThrownBy(() -> CrmClaim.ofToken(Map.of("crm", "text")));
    }
}
