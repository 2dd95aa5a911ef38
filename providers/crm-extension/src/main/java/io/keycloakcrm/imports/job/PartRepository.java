package io.keycloakcrm.imports.job;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The parts of uploaded files; one at a time in memory. */
final class PartRepository {

    private final EntityManager em;
    private final String realmId;

    PartRepository(KeycloakSession session, String realmId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    void insert(String importId, int number, String sha256, byte[] content) {
        var part = new PartEntity(realmId, importId, number, sha256, content);
        em.persist(part);
        em.flush();
        em.detach(part);
    }

    /** Content of a part; empty past the last. */
    Optional<byte[]> content(String importId, int number) {
        return em.createQuery(
                        "select e.content from CrmImportPart e"
                                + " where e.importId = :id and e.number = :number and e.realmId = :realm",
                        byte[].class)
                .setParameter("id", importId)
                .setParameter("number", number)
                .setParameter("realm", realmId)
                .getResultStream()
                .findFirst();
    }
}
