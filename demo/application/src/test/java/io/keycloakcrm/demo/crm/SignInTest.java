package io.keycloakcrm.demo.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class SignInTest {

    @Autowired
    private Visit visit;

    @Autowired
    private FakeKeycloak keycloak;

    @AfterEach
    void tokensLiveAsUsual() {
        keycloak.tokensLive(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/customers", "/customers/1", "/customers.csv", "/reports", "/access", "/anything"})
    void sendsStrangersToKeycloak(String path) {
        assertThat(visit.stranger().get(path).redirect()).endsWith("/oauth2/authorization/keycloak");
    }

    @Test
    void asksForTheClaimWithAProofKey() {
        String request = visit.stranger().get("/oauth2/authorization/keycloak").redirect();

        assertThat(Page.parameter(request, "scope").split("%20")).contains("openid", "crm");
        assertThat(Page.parameter(request, "code_challenge_method")).isEqualTo("S256");
        assertThat(Page.parameter(request, "redirect_uri")).endsWith("/login/oauth2/code/keycloak");
    }

    @Test
    void keepsTheAnswerAsLongAsTheToken() {
        Browser browser = visit.as(TestPerson.rep());
        assertThat(browser.get("/customers").customers()).isNotEmpty();

        keycloak.set(TestPerson.rep().with("crm", Map.of("v", 1)));

        assertThat(browser.get("/customers").customers()).isNotEmpty();
    }

    @Test
    void readsTheClaimAnewWithTheNextToken() {
        keycloak.tokensLive(1);
        Browser browser = visit.as(TestPerson.rep());
        assertThat(browser.get("/customers").customers()).isNotEmpty();

        keycloak.set(TestPerson.rep().with("crm", Map.of("v", 1)));

        assertThat(browser.get("/customers").customers()).isEmpty();
    }

    @Test
    void endsTheSessionOnceKeycloakGivesNoMoreTokens() {
        keycloak.tokensLive(1);
        Browser browser = visit.as(TestPerson.rep());
        keycloak.remove(TestPerson.rep());

        assertThat(browser.get("/customers").redirect()).isEqualTo("/");
        assertThat(browser.session().isInvalid()).isTrue();
    }

    @Test
    void refusesAPersonWhoseTokenHasNoClaim() {
        assertThat(visit.as(TestPerson.rep().without("crm")).get("/customers").status())
                .isEqualTo(403);
    }

    @Test
    void refusesAClaimOfAnotherVersion() {
        assertThat(visit.as(TestPerson.rep().with("crm", Map.of("v", 2)))
                        .get("/customers")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void usesNoUserinfoAboutSomebodyElse() {
        Browser browser = visit.as(TestPerson.rep().with("sub", "u-director"));

        assertThatThrownBy(() -> browser.get("/customers")).hasStackTraceContaining("userinfo is about u-director");
    }

    @Test
    void fetchesDepartmentsThatDidNotFitOnceForEachToken() {
        Browser browser = visit.as(tooManyDepartments(keycloak.issuer() + "/crm/access"));
        int before = keycloak.departmentRequests();

        assertThat(browser.get("/customers").text()).contains("40</small>");
        assertThat(browser.get("/customers?page=2").customers()).hasSize(20);
        assertThat(keycloak.departmentRequests()).isEqualTo(before + 1);
    }

    @Test
    void showsTheTokenToNobodyButKeycloak() {
        Browser browser = visit.as(tooManyDepartments("http://127.0.0.1:1/realms/crm/crm/access"));

        assertThatThrownBy(() -> browser.get("/customers")).hasStackTraceContaining("not for http://127.0.0.1:1/");
    }

    @Test
    void signsOutAtKeycloakToo() {
        Browser browser = visit.as(TestPerson.rep());

        String redirect = browser.post("/logout").redirect();

        assertThat(redirect).startsWith(keycloak.issuer() + "/protocol/openid-connect/logout?id_token_hint=");
        assertThat(Page.parameter(redirect, "post_logout_redirect_uri")).endsWith("/signed-out");
        assertThat(browser.session().isInvalid()).isTrue();
    }

    @Test
    void takesNoFormFromAnotherSite() {
        Browser browser = visit.as(TestPerson.administrator());

        assertThat(browser.forge("/customers/1/delete").status()).isEqualTo(403);
        assertThat(browser.forge("/logout").status()).isEqualTo(403);
    }

    @Test
    void allowsNoScriptAndNoFrame() {
        assertThat(visit.as(TestPerson.rep()).get("/customers").response().getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self' http://127.0.0.1:")
                .doesNotContain("script-src", "unsafe");
    }

    private static TestPerson tooManyDepartments(String endpoint) {
        return TestPerson.of(
                        "u-manager",
                        Map.of("customer", List.of("view")),
                        Map.of(
                                "customer",
                                List.of(Map.of("level", "department_tree", "departments", "crm_departments#0"))))
                .with("_claim_names", Map.of("crm_departments", "crm"))
                .with("_claim_sources", Map.of("crm", Map.of("endpoint", endpoint)));
    }
}
