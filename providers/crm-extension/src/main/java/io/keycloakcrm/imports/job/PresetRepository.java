package io.keycloakcrm.imports.job;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The presets of one realm. */
final class PresetRepository {

    private final EntityManager em;
    private final String realmId;

    PresetRepository(KeycloakSession session, String realmId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    List<Preset> page(int first, int max) {
        return em.createQuery(
                        "select e from CrmImportPreset e where e.realmId = :realm order by e.name", PresetEntity.class)
                .setParameter("realm", realmId)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultStream()
                .map(PresetEntity::toPreset)
                .toList();
    }

    long count() {
        return em.createQuery("select count(e) from CrmImportPreset e where e.realmId = :realm", Long.class)
                .setParameter("realm", realmId)
                .getSingleResult();
    }

    Optional<Preset> find(String name) {
        return Optional.ofNullable(entity(name)).map(PresetEntity::toPreset);
    }

    boolean save(Preset preset) {
        @Nullable PresetEntity entity = entity(preset.name());
        if (entity != null) {
            entity.change(preset);
            return false;
        }
        em.persist(new PresetEntity(realmId, preset));
        em.flush();
        return true;
    }

    boolean remove(String name) {
        return em.createQuery("delete from CrmImportPreset e where e.realmId = :realm and e.name = :name")
                        .setParameter("realm", realmId)
                        .setParameter("name", name)
                        .executeUpdate()
                > 0;
    }

    private @Nullable PresetEntity entity(String name) {
        return em.find(PresetEntity.class, new PresetKey(realmId, name));
    }
}
