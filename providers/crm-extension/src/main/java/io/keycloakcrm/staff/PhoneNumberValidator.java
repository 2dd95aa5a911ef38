package io.keycloakcrm.staff;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.SimpleValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.ValidatorFactory;

/**
 * A telephone number in E.164. Keycloak's forms cannot rewrite what was typed, so a number that is right but written
 * otherwise is answered with the form to write.
 */
@AutoService(ValidatorFactory.class)
public final class PhoneNumberValidator implements SimpleValidator, ConfiguredProvider {

    /** Named in the realm's user profile. */
    public static final String ID = "crm-phone-number";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public ValidationContext validate(
            Object input, String inputHint, ValidationContext context, ValidatorConfig config) {
        PhoneRegion region = PhoneRegion.of(context.getSession().getContext().getRealm());
        for (Object value : input instanceof List<?> values ? values : List.of()) {
            if (value instanceof String written && !written.isBlank()) {
                Optional<String> e164 = PhoneNumbers.e164(written, region.region());
                if (e164.isEmpty()) {
                    context.addError(new ProfileFault(ID, inputHint, "crm.staff.phone-invalid", written));
                } else if (!e164.get().equals(written)) {
                    context.addError(new ProfileFault(ID, inputHint, "crm.staff.phone-write-as", e164.get()));
                }
            }
        }
        return context;
    }

    @Override
    public String getHelpText() {
        return "A telephone number with country code, such as +8613800138000 (E.164).";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
