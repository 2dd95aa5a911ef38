package io.keycloakcrm.tests.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.application.Browser.Page;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.DemoRealms;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An application written by the book of the library, a browser and the claim of the real server: each person sees his own. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DemoApplicationIT {

    private final Crm crm;
    private @Nullable DemoApplication application;

    DemoApplicationIT(Crm crm) {
        this.crm = crm;
    }

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        DemoRealms.imported(crm, directory);
        application = DemoApplication.started(crm.url().resolve("/realms/crm"), directory);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (application != null) {
            application.stop();
        }
    }

    @Test
    void showsASellerTheOwnCustomersAndNoMore() throws IOException, InterruptedException {
        var browser = new Browser();

        Page list = signIn(browser, "rep");

        assertThat(list.text()).contains(">67<", "张伟").doesNotContain("/customers.csv", "王强", "陈浩");
        assertThat(open(browser, "customers.csv").status()).isEqualTo(403);
    }

    @Test
    void showsADirectorTheWholeDepartmentTree() throws IOException, InterruptedException {
        var browser = new Browser();

        Page list = signIn(browser, "director");

        assertThat(list.text()).contains(">230<", "/customers.csv", "/customers/new");
        assertThat(open(browser, "customers.csv").text().lines().skip(1))
                .hasSize(230)
                .allMatch(line -> line.contains("\"销售部"));
        assertThat(open(browser, "reports").text()).contains("销售部/华东区/上海组").doesNotContain("客服中心");
    }

    @Test
    void showsAPersonWithADataScopeOfTheOwnThoseOfTheRegion() throws IOException, InterruptedException {
        assertThat(signIn(new Browser(), "south").text()).contains(">74<");
    }

    @Test
    void showsSupportAllAndLetsItEditTheOwnDepartments() throws IOException, InterruptedException {
        var browser = new Browser();

        assertThat(signIn(browser, "support").text()).contains(">300<");
        assertThat(open(browser, "access").text()).contains("全部", "属于部门 客服中心");
    }

    @Test
    void showsThoseWithoutARoleNothing() throws IOException, InterruptedException {
        var browser = new Browser();

        assertThat(signIn(browser, "hr").text()).contains("您没有查看客户的权限");
        Page refused = open(browser, "reports");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("您无权执行此操作");
    }

    @Test
    void letsAnotherPersonSignInOnceTheFirstHasSignedOut() throws IOException, InterruptedException {
        var browser = new Browser();
        Page list = signIn(browser, "rep");

        Page left = browser.post(list.address().resolve("/logout"), Map.of("_csrf", list.csrfToken()));

        assertThat(left.address().getPath()).isEqualTo("/signed-out");
        assertThat(signIn(browser, "director").text()).contains(">230<");
    }

    private Page signIn(Browser browser, String username) throws IOException, InterruptedException {
        return browser.signIn(started().url(), username, "demo");
    }

    private Page open(Browser browser, String path) throws IOException, InterruptedException {
        return browser.get(started().url().resolve(path));
    }

    private DemoApplication started() {
        if (application == null) {
            throw new IllegalStateException("the application did not start");
        }
        return application;
    }
}
