package io.keycloakcrm.invitation.onboarding;

import io.keycloakcrm.staff.PhoneNumbers;
import io.keycloakcrm.staff.PhoneRegion;
import io.keycloakcrm.staff.StaffAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.validation.Validation;
import org.keycloak.userprofile.EventAuditingAttributeChangeListener;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** The telephone number in a person's profile, which he may change if the profile lets him. */
record OwnPhone(RequiredActionContext context) {

    /** In E.164, where it can be read as a number at all. */
    static List<String> written(RealmModel realm, List<String> typed) {
        String region = PhoneRegion.of(realm).region();
        return typed.stream()
                .map(number -> PhoneNumbers.e164(number, region).orElse(number))
                .toList();
    }

    Optional<String> number() {
        return Optional.ofNullable(user().getFirstAttribute(StaffAttributes.PHONE_NUMBER))
                .filter(number -> !number.isBlank());
    }

    boolean isEditable() {
        return !profile(user().getAttributes()).getAttributes().isReadOnly(StaffAttributes.PHONE_NUMBER);
    }

    /** Stores another number; says what is wrong with it if it does not. */
    List<FormMessage> change(String written) {
        if (number().filter(written::equals).isPresent()) {
            return List.of();
        }
        Map<String, List<String>> all = new HashMap<>(user().getAttributes());
        all.put(StaffAttributes.PHONE_NUMBER, List.of(written));
        UserProfile profile = profile(all);
        EventBuilder event = context.getEvent()
                .clone()
                .event(EventType.UPDATE_PROFILE)
                .detail(Details.CONTEXT, UserProfileContext.UPDATE_PROFILE.name());
        try {
            profile.update(false, new EventAuditingAttributeChangeListener(profile, event));
        } catch (ValidationException refused) {
            return Validation.getFormErrorsFromValidation(refused.getErrors());
        }
        event.success();
        return List.of();
    }

    private UserProfile profile(Map<String, List<String>> attributes) {
        return context.getSession()
                .getProvider(UserProfileProvider.class)
                .create(UserProfileContext.UPDATE_PROFILE, attributes, user());
    }

    private UserModel user() {
        return context.getUser();
    }
}
