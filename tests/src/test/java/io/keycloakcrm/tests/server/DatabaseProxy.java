package io.keycloakcrm.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire between nodes and database that can be cut: connections break and new ones are refused until it is mended. */
final class DatabaseProxy implements Database {

    private static final String URL = "KC_DB_URL";

    private final Database database;
    private final URI target;
    private final int port = Ports.freePort();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;

    private DatabaseProxy(Database database) throws IOException {
        this.database = database;
        this.target = URI.create(jdbcUrl().substring("jdbc:".length()));
        this.door = open();
    }

    static DatabaseProxy before(Database database) throws IOException {
        return new DatabaseProxy(database);
    }

    private String jdbcUrl() {
        return Objects.requireNonNull(database.environment().get(URL), "a database that is reached by a socket");
    }

    @Override
    public String vendor() {
        return database.vendor();
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put(URL, jdbcUrl().replace(":" + target.getPort() + "/", ":" + port + "/"));
        return environment;
    }

    @Override
    public Connection connect() throws SQLException {
        return database.connect();
    }

    void cut() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    void mend() throws IOException {
        door = open();
    }

    @Override
    public void close() throws IOException {
        cut();
        database.close();
    }

    private ServerSocket open() throws IOException {
        var listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        inBackground(() -> admit(listening));
        return listening;
    }

    private void admit(ServerSocket listening) {
        try {
            while (true) {
                Socket near = listening.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), target.getPort());
                sockets.add(near);
                sockets.add(far);
                inBackground(() -> pump(near, far));
                inBackground(() -> pump(far, near));
            }
        } catch (IOException e) {
            if (!listening.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.setTcpNoDelay(true);
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) { // one end is gone: so is the other, by the closing of both
            sockets.remove(from);
        }
        sockets.remove(from);
        sockets.remove(to);
    }

    private static void inBackground(Runnable task) {
        var thread = new Thread(task, "database-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
