package io.keycloakcrm.staff;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.SimpleValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.ValidatorFactory;

/** An instant in ISO 8601 with a zone, such as {@code 2026-11-30T16:00:00Z}. */
@AutoService(ValidatorFactory.class)
public final class InstantValidator implements SimpleValidator, ConfiguredProvider {

    /** Named in the realm's user profile. */
    public static final String ID = "crm-instant";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public ValidationContext validate(
            Object input, String inputHint, ValidationContext context, ValidatorConfig config) {
        for (Object value : input instanceof List<?> values ? values : List.of()) {
            if (value instanceof String written && !written.isBlank() && !isInstant(written)) {
                context.addError(new ProfileFault(ID, inputHint, "crm.staff.instant-invalid", written));
            }
        }
        return context;
    }

    private static boolean isInstant(String written) {
        try {
            Instant.parse(written);
            return true;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }

    @Override
    public String getHelpText() {
        return "A date and time with zone, such as 2026-11-30T16:00:00Z (ISO 8601).";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
