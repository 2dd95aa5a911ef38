package io.keycloakcrm.demo;

import com.icegreen.greenmail.imap.commands.IdRange;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An SMTP server that accepts everything and delivers it into one box in memory, whoever it is addressed to. */
final class MailServer implements AutoCloseable {

    /** More than a person reads; the oldest go first, so that a large import cannot fill the memory. */
    private static final int CAPACITY = 2_000;

    private final GreenMail server;
    private final MailFolder box;

    private MailServer(GreenMail server, MailFolder box) {
        this.server = server;
        this.box = box;
    }

    static MailServer start(int port) {
        var server = new GreenMail(new ServerSetup(port, Ports.HOST, ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            GreenMailUser everybody = server.getUserManager().createUser("everybody@localhost", "everybody", "");
            MailFolder box = server.getManagers().getImapHostManager().getInbox(everybody);
            server.getUserManager().setMessageDeliveryHandler((message, recipient) -> {
                makeRoom(box);
                return everybody;
            });
            return new MailServer(server, box);
        } catch (UserException | FolderException e) {
            throw new IllegalStateException("The mail server has no box to deliver to", e);
        }
    }

    /** Newest first. */
    List<Letter> letters() {
        return box.getMessages().stream()
                .map(LetterReader::read)
                .sorted(Comparator.comparingLong(Letter::id).reversed())
                .toList();
    }

    Optional<Letter> letter(long id) {
        return Optional.ofNullable(box.getMessage(id)).map(LetterReader::read);
    }

    void deleteAll() {
        box.deleteAllMessages();
    }

    private static synchronized void makeRoom(MailFolder box) {
        long[] ids = box.getMessageUids();
        if (ids.length < CAPACITY) {
            return;
        }
        try {
            box.setFlags(new Flags(Flags.Flag.DELETED), true, ids[0], null, true);
            box.expunge(new IdRange[] {new IdRange(ids[0])});
        } catch (FolderException e) {
            throw new IllegalStateException("The oldest message cannot be removed", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
