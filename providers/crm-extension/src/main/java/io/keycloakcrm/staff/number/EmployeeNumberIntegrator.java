package io.keycloakcrm.staff.number;

import com.google.auto.service.AutoService;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.keycloak.models.jpa.entities.UserAttributeEntity;

/**
 * Hooks {@link EmployeeNumberListener} into Keycloak's Hibernate, the one place that every writer of a user attribute
 * passes: console, Admin REST, account, registration, SCIM, realm import and this extension. Validators and events are
 * bypassed by some of these paths, so uniqueness cannot rest on them.
 */
@AutoService(Integrator.class)
public final class EmployeeNumberIntegrator implements Integrator {

    private static volatile boolean registered;

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
        if (metadata.getEntityBinding(UserAttributeEntity.class.getName()) == null) {
            return; // another persistence unit
        }
        var listener = new EmployeeNumberListener();
        EventListenerRegistry registry = sessionFactory.getEventEngine().getListenerRegistry();
        registry.appendListeners(EventType.POST_INSERT, listener);
        registry.appendListeners(EventType.POST_UPDATE, listener);
        registry.appendListeners(EventType.FLUSH, listener);
        registry.appendListeners(EventType.AUTO_FLUSH, listener);
        registered = true;
    }

    /** Whether the listener is in force; without it no employee number would be unique. */
    public static boolean isRegistered() {
        return registered;
    }
}
