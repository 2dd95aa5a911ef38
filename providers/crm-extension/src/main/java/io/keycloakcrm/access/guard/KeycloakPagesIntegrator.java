package io.keycloakcrm.access.guard;

import com.google.auto.service.AutoService;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.keycloak.models.jpa.entities.RoleAttributeEntity;

/**
 * Hooks the listeners of this room into Keycloak's Hibernate. Roles and mappers have no validators, and of their changes
 * Keycloak tells nobody before they are made.
 */
@AutoService(Integrator.class)
public final class KeycloakPagesIntegrator implements Integrator {

    private static volatile boolean registered;

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
        if (metadata.getEntityBinding(RoleAttributeEntity.class.getName()) == null) {
            return; // another persistence unit
        }
        EventListenerRegistry registry = sessionFactory.getEventEngine().getListenerRegistry();
        var roles = new RoleAttributeListener();
        var changes = new RoleChangeListener();
        var conferrals = new ConferralListener();
        var mappers = new BrokerMapperListener();
        // As the entity is handed over and not when it is flushed, which may be after the answer is made.
        List.of(roles, changes, conferrals, mappers)
                .forEach(listener -> registry.prependListeners(EventType.PERSIST, listener));
        registry.appendListeners(EventType.PRE_UPDATE, roles);
        registry.appendListeners(EventType.POST_LOAD, changes);
        registry.appendListeners(EventType.PRE_COLLECTION_RECREATE, mappers);
        registry.appendListeners(EventType.PRE_COLLECTION_UPDATE, changes, conferrals, mappers);
        registered = true;
    }

    /** Whether the listeners are in force. */
    public static boolean isRegistered() {
        return registered;
    }
}
