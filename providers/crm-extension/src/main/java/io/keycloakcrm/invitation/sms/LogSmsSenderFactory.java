package io.keycloakcrm.invitation.sms;

import com.google.auto.service.AutoService;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;

/**
 * For development: writes messages to the server's log instead of sending them, and at the level DEBUG alone, so that a
 * server that logs as servers do shows no code. Does nothing unless the server was told by name to use it.
 */
@AutoService(SmsSenderFactory.class)
public final class LogSmsSenderFactory implements SmsSenderFactory {

    static final String ID = "log";

    private static final Logger LOG = Logger.getLogger(LogSmsSenderFactory.class);

    private boolean chosen;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {
        chosen = ID.equals(Config.getProvider(SmsSenderSpi.NAME));
        if (chosen) {
            LOG.warnf("Text messages are not sent: the provider %s writes them to the log, at DEBUG", ID);
        }
    }

    @Override
    public SmsSender create(KeycloakSession session) {
        return chosen ? LogSmsSenderFactory::write : new Nowhere();
    }

    private static void write(String number, String text) {
        LOG.debugf("Text message to %s: %s", number, text);
    }
}
