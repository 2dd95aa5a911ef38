package io.keycloakcrm.staff;

import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.AttributeValidatorMetadata;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.DefaultAttributes;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileMetadata;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.userprofile.validator.DuplicateEmailValidator;
import org.keycloak.userprofile.validator.DuplicateUsernameValidator;
import org.keycloak.userprofile.validator.EmailExistsAsUsernameValidator;
import org.keycloak.utils.StringUtil;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.validators.LengthValidator;

/**
 * The rules of a realm's user profile for people who are about to be created, many in one transaction: all validators
 * that {@link DefaultAttributes#validate} runs, in its order, except that who has a user name or an e-mail address
 * already is asked of {@link KeyHolders} and not of the database, three times for each person, and that telephone numbers are read once.
 */
final class ProfileRules {

    /** Where Keycloak keeps the validators of attributes that nobody may write. */
    private static final String READ_ONLY = DefaultAttributes.READ_ONLY_ATTRIBUTE_KEY;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final KeyHolders holders;
    private final Map<String, List<AttributeMetadata>> metadata = new HashMap<>();
    private final Map<String, Boolean> readOnly = new HashMap<>();
    private final UserProfileProvider profiles;
    private final PhoneRegion region;
    private final Set<String> rightPhones = new HashSet<>();

    ProfileRules(KeycloakSession session, RealmModel realm, KeyHolders holders) {
        this.session = session;
        this.realm = realm;
        this.holders = holders;
        this.profiles = SharedProfiles.of(session);
        this.region = PhoneRegion.of(realm);
    }

    /** The profile of a new person. */
    UserProfile profile(Map<String, List<String>> attributes) {
        return profiles.create(UserProfileContext.USER_API, attributes);
    }

    /** As {@link PhoneRegion} does; what it made is not looked at again, as to read a number takes longer than all other rules do. */
    String e164OrAsWritten(String written) {
        Optional<String> e164 = PhoneNumbers.e164(written, region.region());
        e164.ifPresent(rightPhones::add);
        return e164.orElse(written);
    }

    /** Whether a new person cannot be given what the profile says; the same for all who are given anything. */
    boolean isReadOnly(UserProfile profile, String attribute) {
        Attributes attributes = profile.getAttributes();
        return attributes.get(attribute).stream().allMatch(StringUtil::isBlank)
                ? attributes.isReadOnly(attribute)
                : readOnly.computeIfAbsent(attribute, attributes::isReadOnly);
    }

    /** What the person is given: attributes that are not blank, with values that are not. */
    Map<String, List<String>> writable(UserProfile profile) {
        Map<String, List<String>> writable = new HashMap<>();
        profile.getAttributes().toMap().forEach((name, values) -> {
            List<String> given = values.stream().filter(StringUtil::isNotBlank).toList();
            if (!given.isEmpty() && !isReadOnly(profile, name)) {
                writable.put(name, given);
            }
        });
        return writable;
    }

    /** What the profile has against the person. */
    List<StaffError> errors(UserProfile profile) {
        try {
            validate(profile);
            return List.of();
        } catch (ValidationException refused) {
            return ProfileErrors.of(refused);
        }
    }

    private void validate(UserProfile profile) {
        if (profile.getAttributes().getClass() != DefaultAttributes.class) {
            profile.validate(); // another implementation's, whose rules are not known here
            return;
        }
        var found = new ValidationException.ValidationExceptionBuilder();
        Attributes attributes = profile.getAttributes();
        for (String name : attributes.nameSet()) {
            Map.Entry<String, List<String>> attribute = Map.entry(name, attributes.get(name));
            for (AttributeMetadata rules : metadata.computeIfAbsent(name, unused -> metadata(name, attributes))) {
                var context =
                        new AttributeContext(UserProfileContext.USER_API, session, attribute, null, rules, attributes);
                rules.getValidators().forEach(validator -> check(validator, context, found));
            }
        }
        if (found.hasError()) {
            throw found.build();
        }
    }

    private static List<AttributeMetadata> metadata(String name, Attributes attributes) {
        List<AttributeMetadata> all = new ArrayList<>();
        Optional.ofNullable(attributes.getMetadata(name)).ifPresent(all::add);
        Optional.ofNullable(attributes.getMetadata(READ_ONLY)).ifPresent(all::add);
        if (all.stream()
                .flatMap(one -> one.getValidators().stream())
                .noneMatch(validator -> validator.getValidatorId().equals(LengthValidator.ID))) {
            var limit = new ValidatorConfig(Map.of(
                    LengthValidator.KEY_MIN,
                    "0",
                    LengthValidator.KEY_MAX,
                    DefaultAttributes.DEFAULT_MAX_LENGTH_ATTRIBUTES));
            all.add(new UserProfileMetadata(UserProfileContext.USER_API)
                    .addAttribute(name, -1, new AttributeValidatorMetadata(LengthValidator.ID, limit)));
        }
        return all;
    }

    private void check(
            AttributeValidatorMetadata validator,
            AttributeContext context,
            ValidationException.ValidationExceptionBuilder found) {
        switch (validator.getValidatorId()) {
            case DuplicateUsernameValidator.ID ->
                duplicate(DuplicateUsernameValidator.ID, context, Messages.USERNAME_EXISTS, this::isUsernameTaken)
                        .ifPresent(found);
            case DuplicateEmailValidator.ID ->
                duplicate(DuplicateEmailValidator.ID, context, Messages.EMAIL_EXISTS, this::isEmailTaken)
                        .ifPresent(found);
            case EmailExistsAsUsernameValidator.ID -> {} // has nothing against people who do not exist yet
            case PhoneNumberValidator.ID -> {
                if (!rightPhones.containsAll(context.getAttribute().getValue())) {
                    validator.validate(context).getErrors().forEach(found);
                }
            }
            default -> validator.validate(context).getErrors().forEach(found);
        }
    }

    private static Optional<ValidationError> duplicate(
            String validator, AttributeContext context, String message, Predicate<String> taken) {
        List<String> values = context.getAttribute().getValue();
        @Nullable String value = values.isEmpty() ? null : values.get(0);
        if (value == null || Validation.isBlank(value) || !taken.test(value)) {
            return Optional.empty();
        }
        return Optional.of(new ValidationError(validator, context.getMetadata().getName(), message)
                .setStatusCode(Response.Status.CONFLICT));
    }

    /** As {@link DuplicateUsernameValidator} sees it. */
    private boolean isUsernameTaken(String username) {
        boolean asEmail = realm.isLoginWithEmailAllowed() && username.indexOf('@') > 0;
        return holders.ofUsername(username).isPresent()
                || (asEmail && holders.ofEmail(username).isPresent());
    }

    /** As {@link DuplicateEmailValidator} sees it. */
    private boolean isEmailTaken(String email) {
        if (realm.isDuplicateEmailsAllowed()) {
            return false;
        }
        boolean asUsername = realm.isLoginWithEmailAllowed();
        return holders.ofEmail(email).isPresent()
                || (asUsername && holders.ofUsername(email).isPresent());
    }
}
