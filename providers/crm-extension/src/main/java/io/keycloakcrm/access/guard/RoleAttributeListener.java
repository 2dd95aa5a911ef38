package io.keycloakcrm.access.guard;

import io.keycloakcrm.access.ScopeTexts;
import io.keycloakcrm.claims.rules.ScopeRules;
import io.keycloakcrm.claims.rules.ScopeSyntaxException;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.keycloak.models.jpa.entities.RoleAttributeEntity;

/**
 * Refuses a data scope that cannot be read where a person writes it on Keycloak's role pages, so that he learns of it at
 * once. One that comes another way, say in an imported realm, stays as it is: it grants nothing, and is reported.
 */
final class RoleAttributeListener implements PersistEventListener, PreUpdateEventListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void onPersist(PersistEvent event) {
        check(event.getObject());
    }

    @Override
    public void onPersist(PersistEvent event, PersistContext createdAlready) {
        check(event.getObject());
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        check(event.getEntity());
        return false; // no veto
    }

    private static void check(Object entity) {
        if (entity instanceof RoleAttributeEntity attribute
                && attribute.getName() != null
                && attribute.getValue() != null
                && attribute.getName().startsWith(ScopeRules.ROLE_ATTRIBUTE_PREFIX)) {
            KeycloakPage.present(RolePages.EDIT_ROLES)
                    .ifPresent(page -> check(page, attribute.getName(), attribute.getValue()));
        }
    }

    private static void check(KeycloakPage page, String name, String value) {
        try {
            ScopeRules.requireRoleValue(name, value);
        } catch (ScopeSyntaxException fault) {
            throw page.refusal(name, ScopeTexts.code(fault.fault()), ScopeTexts.params(value, fault));
        }
        if (value.length() > ScopeValues.MAX_LENGTH) {
            throw page.refusal(name, "crm.access.scope-too-long", ScopeValues.MAX_LENGTH);
        }
    }
}
