package io.keycloakcrm.access.guard;

import io.keycloakcrm.claims.rules.ScopeRules;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.keycloak.models.jpa.entities.GroupRoleMappingEntity;
import org.keycloak.models.jpa.entities.RealmEntity;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.models.jpa.entities.UserRoleMappingEntity;

/**
 * Notes what people and groups get from requests for which Keycloak asks for {@code manage-realm} alone: with a partial import
 * and by the groups that newcomers join. Elsewhere it asks for the right to grant.
 */
final class ConferralListener implements PersistEventListener, PreCollectionUpdateEventListener {

    private static final long serialVersionUID = 1L;

    private static final String DEFAULT_GROUPS = RealmEntity.class.getName() + ".defaultGroupIds";

    @Override
    public void onPersist(PersistEvent event) {
        note(event.getObject());
    }

    @Override
    public void onPersist(PersistEvent event, PersistContext createdAlready) {
        note(event.getObject());
    }

    private static void note(Object entity) {
        if (entity instanceof UserRoleMappingEntity given) {
            note(RolePages.IMPORT, conferred -> conferred.role(given.getRoleId()));
        } else if (entity instanceof GroupRoleMappingEntity given) {
            note(RolePages.IMPORT, conferred -> conferred.role(given.getRoleId()));
        } else if (entity instanceof UserGroupMembershipEntity joined) {
            note(RolePages.IMPORT, conferred -> conferred.membership(joined.getGroupId()));
        } else if (entity instanceof UserAttributeEntity attribute
                && ScopeRules.USER_ATTRIBUTE.equals(attribute.getName())) {
            note(
                    RolePages.IMPORT,
                    conferred -> conferred.scopes(attribute.getUser().getId()));
        }
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        PersistentCollection<?> collection = event.getCollection();
        if (DEFAULT_GROUPS.equals(collection.getRole()) && collection.getStoredSnapshot() instanceof Map<?, ?> stored) {
            Set<String> before =
                    stored.keySet().stream().map(String.class::cast).collect(Collectors.toSet());
            note(RolePages.WRITE_ROLES, conferred -> conferred.defaultGroupsBefore(before));
        }
    }

    private static void note(Pattern pages, Consumer<Conferred> gift) {
        KeycloakPage.present(pages)
                .ifPresent(page -> gift.accept(RoleChanges.of(page.session()).conferred()));
    }
}
