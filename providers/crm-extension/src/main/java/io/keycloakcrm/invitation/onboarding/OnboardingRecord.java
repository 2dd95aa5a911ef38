package io.keycloakcrm.invitation.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keycloakcrm.invitation.Invitations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What somebody has done on his first days; times in ISO 8601, absent where it has not come to that.
 *
 * @param welcomedAt when he confirmed his profile
 * @param startedAt when he was through with getting started
 * @param terms every version that he accepted, the newest first
 * @param gettingStarted what he ticked off of the realm's present list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OnboardingRecord(
        @Nullable String welcomedAt, @Nullable String startedAt, List<Terms> terms, List<Done> gettingStarted) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Terms(
            String version,
            String acceptedAt,
            @Nullable String termsUrl,
            @Nullable String privacyUrl) {}

    record Done(String url, String doneAt) {}

    static OnboardingRecord of(KeycloakSession session, RealmModel realm, UserModel user) {
        var repository = new OnboardingRepository(session, realm.getId());
        Optional<OnboardingEntity> row = session.getProvider(Invitations.class).of(realm, user.getId()).stream()
                .findFirst()
                .flatMap(last -> repository.of(last.id()));
        List<GettingStartedEntity> ticked = repository.gettingStarted(user.getId());
        return new OnboardingRecord(
                row.map(stored -> stored.welcomedAt).map(OnboardingRecord::time).orElse(null),
                row.map(stored -> stored.startedAt).map(OnboardingRecord::time).orElse(null),
                repository.terms(user.getId()).stream()
                        .map(terms ->
                                new Terms(terms.version, time(terms.acceptedAt), terms.termsUrl, terms.privacyUrl))
                        .toList(),
                OnboardingSettings.of(realm).gettingStarted().stream()
                        .flatMap(link -> ticked.stream()
                                .filter(done -> done.linkKey.equals(link.key()))
                                .map(done -> new Done(link.url(), time(done.doneAt))))
                        .toList());
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
