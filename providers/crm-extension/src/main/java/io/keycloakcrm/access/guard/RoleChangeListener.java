package io.keycloakcrm.access.guard;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.keycloak.models.jpa.entities.ClientEntity;
import org.keycloak.models.jpa.entities.CompositeRoleEntity;
import org.keycloak.models.jpa.entities.RoleEntity;
import org.keycloak.utils.KeycloakSessionUtil;

/** Notes what is done to roles through Keycloak's administrative API, for the law of rights to look at before it stays. */
final class RoleChangeListener
        implements PersistEventListener, PostLoadEventListener, PreCollectionUpdateEventListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void onPersist(PersistEvent event) {
        note(event.getObject());
    }

    @Override
    public void onPersist(PersistEvent event, PersistContext createdAlready) {
        note(event.getObject());
    }

    private static void note(Object entity) {
        if (entity instanceof RoleEntity role) {
            note(RolePages.WRITE_ROLES, changes -> changes.created(role));
        } else if (entity instanceof CompositeRoleEntity composite) {
            note(
                    RolePages.WRITE_ROLES,
                    changes -> changes.added(
                            composite.getParentRole().getId(),
                            composite.getChildRole().getId()));
        }
    }

    @Override
    public void onPostLoad(PostLoadEvent event) {
        if (event.getEntity() instanceof RoleEntity role) {
            note(RolePages.EDIT_ROLES, changes -> changes.loaded(role));
        } else if (event.getEntity() instanceof ClientEntity client) {
            note(RolePages.EDIT_CLIENT, changes -> changes.names().found(client.getId(), client.getClientId()));
        }
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        if (event.getAffectedOwnerOrNull() instanceof RoleEntity role) {
            RoleChanges.present(KeycloakSessionUtil.getKeycloakSession()).ifPresent(changes -> changes.flushed(role));
        }
    }

    private static void note(Pattern pages, Consumer<RoleChanges> change) {
        KeycloakPage.present(pages).ifPresent(page -> change.accept(RoleChanges.of(page.session())));
    }
}
