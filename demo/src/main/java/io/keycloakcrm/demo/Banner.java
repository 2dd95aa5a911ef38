package io.keycloakcrm.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What a person needs to know once everything runs.
 *
 * @param mailMoved whether the realm sends its mail to this run's mail server
 */
record Banner(
        URI application,
        URI server,
        URI inbox,
        URI health,
        int smtpPort,
        Path data,
        List<DemoAccount> accounts,
        boolean mailMoved) {

    private static final String LINE = "=".repeat(88);

    @Override
    public String toString() {
        var text = new StringBuilder("\n").append(LINE).append("\n  Keycloak CRM is ready.\n\n");
        entry(text, "Demo CRM", application + "   (sign in as one of the people below; each sees other customers)");
        entry(text, "Admin console", server.resolve("/admin/"));
        entry(
                text,
                "",
                "user %s, password %s (whole server; the accounts below are the realm's own)"
                        .formatted(Administrator.USERNAME, Administrator.PASSWORD));
        entry(text, "Demo realm", server.resolve("/admin/" + Demo.REALM + "/console/"));
        entry(text, "Own account", server.resolve("/realms/" + Demo.REALM + "/account/"));
        entry(text, "CRM API", server.resolve("/admin/realms/" + Demo.REALM + "/crm/"));
        entry(text, "Inbox", inbox + "   (every mail Keycloak sends; SMTP port " + smtpPort + ")");
        entry(text, "Health", health);
        entry(text, "Data", data + "   (kept for the next run)");
        text.append("\n  Demo accounts (user / password) in realm ")
                .append(Demo.REALM)
                .append('\n');
        accounts.forEach(account ->
                text.append("    %-18s %-18s %s%n".formatted(account.username(), account.password(), account.what())));
        if (!mailMoved) {
            text.append("\n  The realm still sends its mail to the port of an earlier run. Set port ")
                    .append(smtpPort)
                    .append("\n  in the console under Realm settings > Email.\n");
        }
        return text.append("\n  Only for trying out: known passwords, no TLS, this machine only.\n")
                .append("  Stop with Ctrl-C.\n")
                .append(LINE)
                .toString();
    }

    private static void entry(StringBuilder text, String name, Object value) {
        text.append("  %-15s %s%n".formatted(name, value));
    }
}
