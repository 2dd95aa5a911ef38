package io.keycloakcrm.invitation.onboarding;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.InvitationState;
import io.keycloakcrm.invitation.Invitations;
import io.keycloakcrm.staff.StaffAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.ModelDuplicateException;

/**
 * The steps that one person has before him and behind him, made anew of the database each time somebody asks: by the
 * gate before each page, and by each step before it does anything.
 */
final class Journey {

    private final Person person;
    private final Entrance entrance;
    private final OnboardingSettings settings;
    private final OnboardingRepository repository;

    private Journey(Person person) {
        this.person = person;
        this.entrance = Entrance.of(person);
        this.settings = OnboardingSettings.of(person.realm());
        this.repository =
                new OnboardingRepository(person.session(), person.realm().getId());
    }

    static Journey of(RequiredActionContext context) {
        return new Journey(Person.of(context));
    }

    /**
     * To be called before a step writes anything.
     *
     * @return false if the person was removed since he was shown the form
     */
    static boolean hold(RequiredActionContext context) {
        return context.getSession()
                .getProvider(Invitations.class)
                .hold(context.getRealm(), context.getUser().getId());
    }

    /** The same after something has changed. */
    Journey again() {
        return new Journey(person);
    }

    Person person() {
        return person;
    }

    OnboardingSettings settings() {
        return settings;
    }

    OnboardingRepository repository() {
        return repository;
    }

    Standing standing() {
        return entrance.standing();
    }

    /** Only for those who are under way or in. */
    Invitation invitation() {
        return Objects.requireNonNull(entrance.invitation());
    }

    /** Several browsers may come to the same page at once: whoever is first makes the row that all write into. */
    private String row() {
        String id = invitation().id();
        if (stored().isEmpty()) {
            String realmId = person.realm().getId();
            String userId = person.user().getId();
            try {
                new Transactions(person.session().getKeycloakSessionFactory()).run(realmId, own -> {
                    new OnboardingRepository(own, realmId).insert(new OnboardingEntity(id, realmId, userId));
                    return true;
                });
            } catch (ModelDuplicateException somebodyWasFaster) {
                // It is there, which is all that was wanted.
            }
        }
        return id;
    }

    void welcomed() {
        repository.welcomed(row(), now());
    }

    /** Through with the list for the first days. */
    void started() {
        repository.started(row(), now());
    }

    long now() {
        return DatabaseClock.millis(person.session());
    }

    /** All steps of this person, those that were taken too. */
    List<Step> steps() {
        return switch (standing()) {
            case UNTOUCHED, OUT -> List.of();
            case UNDER_WAY -> all();
            case IN ->
                hasToGetStarted()
                        ? all()
                        : all().stream()
                                .filter(step -> step == Step.MFA || step == Step.TERMS)
                                .filter(step -> !isDone(step))
                                .toList();
        };
    }

    private List<Step> all() {
        return Arrays.stream(Step.values()).filter(this::isPlanned).toList();
    }

    /** The first that is left. */
    Optional<Step> next() {
        return steps().stream().filter(step -> !isDone(step)).findFirst();
    }

    private boolean isPlanned(Step step) {
        return switch (step) {
            case WELCOME -> true;
            case CREDENTIAL -> isClaimed() || needsCredential();
            // Of those who are in, it counts as a step that was taken, and is asked of nobody.
            case PHONE -> settings.phone() && (standing() == Standing.UNDER_WAY || isDone(Step.PHONE));
            case MFA -> person.needsSecondFactor();
            case TERMS -> settings.termsVersion() != null;
            case GETTING_STARTED -> !settings.gettingStarted().isEmpty();
        };
    }

    private boolean isDone(Step step) {
        return switch (step) {
            case WELCOME ->
                stored().filter(row -> row.welcomedAt != null).isPresent() && (isClaimed() || needsCredential());
            case CREDENTIAL -> isClaimed();
            case PHONE -> Boolean.parseBoolean(person.user().getFirstAttribute(StaffAttributes.PHONE_NUMBER_VERIFIED));
            case MFA -> person.hasSecondFactor();
            case TERMS ->
                repository.terms(person.user().getId()).stream()
                        .anyMatch(accepted -> accepted.version.equals(settings.termsVersion()));
            case GETTING_STARTED -> !hasToGetStarted();
        };
    }

    /** Who has none of his own has to make one, and who was given one too; unless another house sees to that. */
    boolean needsCredential() {
        return !isClaimed() && !person.signsInElsewhere();
    }

    boolean isClaimed() {
        InvitationState state = invitation().state();
        return state == InvitationState.CLAIMED || state == InvitationState.ACCEPTED;
    }

    private boolean hasToGetStarted() {
        return !settings.gettingStarted().isEmpty()
                && stored().map(row -> row.startedAt == null).orElse(standing() != Standing.IN);
    }

    private Optional<OnboardingEntity> stored() {
        @Nullable Invitation invitation = entrance.invitation();
        return invitation == null ? Optional.empty() : repository.of(invitation.id());
    }

    /** See {@link Claim}. */
    boolean claim() {
        row();
        return Claim.of(person, invitation(), repository);
    }

    /** Once all mandatory steps are taken, he is in. */
    void accept() {
        boolean through = standing() == Standing.UNDER_WAY
                && isClaimed()
                && next().filter(Step::isMandatory).isEmpty();
        if (through
                && person.session()
                        .getProvider(Invitations.class)
                        .accept(person.realm(), invitation().id())) {
            row();
            if (settings.gettingStarted().isEmpty()) {
                started(); // what the realm may list later is for those who come later
            }
        }
    }
}
