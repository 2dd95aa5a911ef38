package io.keycloakcrm.access.token;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Says a thing once: the path of tokens meets the same fault with each of them. */
final class OnceLog {

    private static final int MAX_REMEMBERED = 10_000;

    private final Logger log;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    OnceLog(Class<?> owner) {
        this.log = Logger.getLogger(owner);
    }

    /** Warns in one line, whatever names people gave; after ten thousand different warnings it begins anew. */
    void warn(String text) {
        if (said.size() >= MAX_REMEMBERED) {
            said.clear();
        }
        if (said.add(text)) {
            log.warn(text.replaceAll("\\p{Cntrl}", "?"));
        }
    }
}
