package io.keycloakcrm.access.guard;

import io.keycloakcrm.staff.StaffAttributes;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;
import org.hibernate.event.spi.PreCollectionRecreateEvent;
import org.hibernate.event.spi.PreCollectionRecreateEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.provider.HardcodedUserSessionAttributeMapper;
import org.keycloak.models.jpa.entities.IdentityProviderMapperEntity;

/**
 * Refuses mappers of identity providers that would write what only administrators write. Such mappers pass by the user
 * profile with its permissions and validators, and would let another system say who may do what with whose records.
 */
final class BrokerMapperListener
        implements PersistEventListener, PreCollectionRecreateEventListener, PreCollectionUpdateEventListener {

    private static final long serialVersionUID = 1L;

    private static final Pattern MAPPER_PAGES =
            Pattern.compile("/?admin/realms/[^/]+/identity-provider/instances/[^/]+/mappers(/.*)?");

    private static final Set<String> PROTECTED = Set.of(
            StaffAttributes.DATA_SCOPE,
            StaffAttributes.DEPARTMENT_ID,
            StaffAttributes.DEPARTMENT,
            StaffAttributes.POSITION,
            StaffAttributes.EMPLOYMENT_STATUS);

    /** Settings by which Keycloak's mappers name the attribute that they write. */
    private static final Set<String> TARGETS = Set.of("user.attribute", "userAttribute", "attribute");

    @Override
    public void onPersist(PersistEvent event) {
        check(event.getObject());
    }

    @Override
    public void onPersist(PersistEvent event, PersistContext createdAlready) {
        check(event.getObject());
    }

    @Override
    public void onPreRecreateCollection(PreCollectionRecreateEvent event) {
        check(event.getAffectedOwnerOrNull());
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        check(event.getAffectedOwnerOrNull());
    }

    private static void check(@Nullable Object entity) {
        if (entity instanceof IdentityProviderMapperEntity mapper
                && mapper.getConfig() != null
                && !HardcodedUserSessionAttributeMapper.PROVIDER_ID.equals(mapper.getIdentityProviderMapper())) {
            written(mapper.getConfig())
                    .forEach(attribute -> KeycloakPage.present(MAPPER_PAGES).ifPresent(page -> {
                        throw page.refusal(attribute, "crm.access.mapper-forbidden", attribute);
                    }));
        }
    }

    private static Stream<String> written(Map<String, String> config) {
        return TARGETS.stream()
                .map(config::get)
                .flatMap(Stream::ofNullable)
                // As Keycloak's mappers of JSON profiles do, before they write the attribute.
                .map(String::trim)
                .filter(PROTECTED::contains);
    }
}
