package io.keycloakcrm.invitation.onboarding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.PasswordPolicy;

/** The realm's password policy in words, for people to read before they choose, not after. */
final class PasswordRules {

    /** In the order of being read. What is not here says nothing about what to type, such as how it is hashed. */
    private static final List<String> WITH_NUMBER =
            List.of("length", "maxLength", "digits", "lowerCase", "upperCase", "specialChars", "passwordHistory");

    private static final List<String> WITHOUT =
            List.of("notUsername", "notContainsUsername", "notEmail", "passwordBlacklist", "regexPattern");

    private PasswordRules() {}

    /** Each with the code of its text, and a number where the text has one. */
    static List<Map<String, String>> of(PasswordPolicy policy) {
        Set<String> set = policy.getPolicies();
        return Stream.concat(
                        WITH_NUMBER.stream()
                                .filter(set::contains)
                                .map(rule -> rule(rule, policy.getPolicyConfig(rule))),
                        WITHOUT.stream().filter(set::contains).map(rule -> rule(rule, null)))
                .toList();
    }

    private static Map<String, String> rule(String name, @Nullable Object number) {
        return Map.of("code", "crm.password." + name, "number", number == null ? "" : number.toString());
    }
}
