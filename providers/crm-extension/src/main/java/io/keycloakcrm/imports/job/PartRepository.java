package io.keycloakcrm.imports.job;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;

/** The parts of uploaded files; one at a time in memory. */
final class PartRepository {

    private final EntityManager em;
    private final String realmId;

    PartRepository(KeycloakSession session, String realmId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    /** @throws StorageFull if the database has no room for it */
    void insert(String importId, int number, String sha256, byte[] content) {
        var part = new PartEntity(realmId, importId, number, sha256, content);
        try {
            em.persist(part);
            em.flush();
        } catch (ModelException | PersistenceException e) {
            throw StorageFull.in(e) ? new StorageFull(e) : e;
        }
        em.detach(part);
    }

    /** SHA-256 of the parts that are there, by number. */
    SortedMap<Integer, String> digests(String importId) {
        SortedMap<Integer, String> digests = new TreeMap<>();
        em.createQuery(
                        "select e.number, e.sha256 from CrmImportPart e where e.importId = :id and e.realmId = :realm",
                        Tuple.class)
                .setParameter("id", importId)
                .setParameter("realm", realmId)
                .getResultStream()
                .forEach(row -> digests.put(row.get(0, Integer.class), row.get(1, String.class)));
        return digests;
    }

    /** Content of a part; empty past the last. Not as a stream: one that is left early holds its rows until the session ends. */
    Optional<byte[]> content(String importId, int number) {
        return em
                .createQuery(
                        "select e.content from CrmImportPart e"
                                + " where e.importId = :id and e.number = :number and e.realmId = :realm",
                        byte[].class)
                .setParameter("id", importId)
                .setParameter("number", number)
                .setParameter("realm", realmId)
                .getResultList()
                .stream()
                .findFirst();
    }
}
