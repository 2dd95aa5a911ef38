package io.keycloakcrm.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How far the conversation with a mail server had come when it failed. */
enum MailStage {
    /** Nobody was spoken to. */
    SETTINGS,
    /** Connecting, encrypting, signing in. */
    GREETING,
    /** The server was told who sends. */
    SENDER,
    /** The server was told who is to get it. */
    RECIPIENT,
    /** The server has the content, or part of it, or may have it. */
    CONTENT,
    /** The server has taken the mail; the two only could not part. */
    FAREWELL;

    private static final String TRANSPORT = "org.eclipse.angus.mail.smtp.SMTPTransport";

    /**
     * By the traces, because a time-out at the greeting and one after the content are the same exception. Where a trace
     * proves nothing, as that of a mail sender from elsewhere, the content may be out.
     *
     * @param chain a failure and its causes
     */
    static MailStage of(List<Throwable> chain) {
        Set<String> steps = chain.stream()
                .flatMap(failure -> Arrays.stream(failure.getStackTrace()))
                .map(MailStage::step)
                .collect(Collectors.toSet());
        if (steps.contains("connect")) {
            return GREETING;
        }
        if (steps.contains("sendMessage")) {
            return steps.contains("mailFrom") ? SENDER : steps.contains("rcptTo") ? RECIPIENT : CONTENT;
        }
        if (steps.contains("close")) {
            return FAREWELL;
        }
        return chain.size() == 1 ? SETTINGS : CONTENT;
    }

    /** What the transport does, and of Keycloak what stands between it and the settings. */
    private static String step(StackTraceElement frame) {
        if (frame.getClassName().equals(TRANSPORT)) {
            return frame.getMethodName();
        }
        boolean connects = frame.getMethodName().equals("connect")
                && frame.getClassName().startsWith("org.keycloak.email.")
                && frame.getClassName().endsWith("EmailAuthenticator");
        return connects ? "connect" : "";
    }
}
