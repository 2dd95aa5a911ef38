package io.keycloakcrm.staff;

import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.staff.department.Departments;
import io.keycloakcrm.staff.number.EmployeeNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * The one way in which this extension creates and changes staff: through the realm's user profile with its validators
 * and permissions, under the law of rights, with membership and index in the same transaction.
 */
public final class StaffWriter {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final LawOfRights law;
    private final StaffIndex index;
    private final SeatWriter seats;
    private final PhoneRegion phones;
    private final @Nullable Batch batch;
    private final @Nullable ProfileRules rules;

    /**
     * What a writer of many people has that a writer of one needs not.
     *
     * @param holders who has which key
     * @param inserts takes new members, to be written by whoever made it; null to create them through Keycloak's models
     */
    public record Batch(KeyHolders holders, @Nullable StaffInserts inserts) {}

    /**
     * Made for one request.
     *
     * @param auth rights of the administrator in whose name is written
     */
    public StaffWriter(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        this(session, realm, auth, null);
    }

    /** Made for many people in one transaction. */
    public StaffWriter(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, @Nullable Batch batch) {
        this.session = session;
        this.realm = realm;
        this.law = new LawOfRights(auth);
        this.index = new StaffIndex(session, realm);
        this.seats = new SeatWriter(new Departments(session, realm), law);
        this.phones = PhoneRegion.of(realm);
        this.batch = batch;
        this.rules = batch == null ? null : new ProfileRules(session, realm, batch.holders());
    }

    /** What creating somebody would do. */
    public StaffPlan planCreation(StaffDraft draft) {
        Map<String, List<String>> wanted = normalized(draft.attributes());
        defaultUsername(wanted);
        var plan = new Collected(null, draft);
        UserProfile profile = profile(wanted, null);
        wanted.forEach((name, values) -> plan.change(name, List.of(), values));
        plan.checkProfile(profile, wanted);
        plan.collect();
        return plan.finish(() -> {
            @Nullable StaffInserts inserts = batch == null ? null : batch.inserts();
            UserModel user = inserts == null ? save(profile, plan, draft) : insert(profile, plan, draft, inserts);
            if (batch != null) {
                batch.holders().add(user);
            }
            return user;
        });
    }

    private UserModel save(UserProfile profile, Collected plan, StaffDraft draft) {
        UserModel user = profile.create(false);
        user.setEnabled(draft.enabled());
        plan.apply(user);
        index.add(user);
        return user;
    }

    /** As Keycloak's profile finds it. */
    private static String username(UserProfile profile) {
        @Nullable String username = profile.getAttributes().getFirst(UserModel.USERNAME);
        return username == null ? profile.getAttributes().getFirst(UserModel.EMAIL) : username;
    }

    private UserModel insert(UserProfile profile, Collected plan, StaffDraft draft, StaffInserts inserts) {
        UnsavedUser user = UnsavedUser.of(
                session, realm, username(profile), Objects.requireNonNull(rules).writable(profile));
        user.setEnabled(draft.enabled());
        plan.apply(user);
        inserts.add(user);
        return user;
    }

    /** What changing somebody would do. The user name is never changed. */
    public StaffPlan planUpdate(UserModel user, StaffDraft draft) {
        Map<String, List<String>> wanted = normalized(draft.attributes());
        wanted.remove(UserModel.USERNAME);
        var plan = new Collected(user, draft);
        wanted.entrySet().removeIf(entry -> current(user, entry.getKey()).equals(entry.getValue()));
        Map<String, List<String>> all = new HashMap<>(user.getAttributes());
        // An empty text, because Keycloak takes an empty list for "not given".
        wanted.forEach((name, values) -> all.put(name, values.isEmpty() ? List.of("") : values));
        UserProfile profile = profile(all, user);
        wanted.forEach((name, values) -> plan.change(name, current(user, name), values));
        if (!wanted.isEmpty()) {
            plan.checkProfile(profile, wanted);
        }
        plan.collect();
        boolean entered = index.contains(user);
        if (!plan.changes.isEmpty() || !entered) {
            refusal(user).ifPresent(error -> plan.errors.add(0, error));
        }
        return plan.finish(() -> {
            if (!wanted.isEmpty()) {
                profile.update(false);
                resetVerified(user, wanted);
            }
            plan.apply(user);
            if (!plan.changes.isEmpty() || !entered) {
                index.refresh(user);
            }
            return user;
        });
    }

    /** Why the administrator may not change this person at all; empty if he may. */
    public Optional<StaffError> refusal(UserModel user) {
        if (!law.auth().users().canManage(user)) {
            return Optional.of(StaffError.of(null, "crm.staff.not-manageable"));
        }
        return law.isOutrankedBy(user)
                ? Optional.of(StaffError.of(null, "crm.staff.more-privileged"))
                : Optional.empty();
    }

    private UserProfile profile(Map<String, List<String>> attributes, @Nullable UserModel user) {
        if (user == null && rules != null) {
            return rules.profile(attributes);
        }
        UserProfileProvider profiles = session.getProvider(UserProfileProvider.class);
        return user == null
                ? profiles.create(UserProfileContext.USER_API, attributes)
                : profiles.create(UserProfileContext.USER_API, attributes, user);
    }

    private Map<String, List<String>> normalized(Map<String, List<String>> given) {
        Map<String, List<String>> wanted = new TreeMap<>(given);
        wanted.computeIfPresent(
                StaffAttributes.EMPLOYEE_NUMBER, (name, values) -> each(values, EmployeeNumber::normalize));
        wanted.computeIfPresent(
                UserModel.EMAIL,
                (name, values) -> each(values, text -> text.strip().toLowerCase(Locale.ROOT)));
        wanted.computeIfPresent(
                UserModel.USERNAME,
                (name, values) -> each(values, text -> text.strip().toLowerCase(Locale.ROOT)));
        wanted.computeIfPresent(StaffAttributes.PHONE_NUMBER, (name, values) -> each(values, this::e164OrAsWritten));
        return wanted;
    }

    private String e164OrAsWritten(String phone) {
        return rules == null ? phones.e164OrAsWritten(phone) : rules.e164OrAsWritten(phone);
    }

    private static List<String> each(List<String> values, UnaryOperator<String> change) {
        return values.stream().map(change).filter(value -> !value.isEmpty()).toList();
    }

    /** The mapped one, else the e-mail address, else the employee number. */
    private static void defaultUsername(Map<String, List<String>> wanted) {
        for (String source : List.of(UserModel.USERNAME, UserModel.EMAIL, StaffAttributes.EMPLOYEE_NUMBER)) {
            List<String> values = wanted.getOrDefault(source, List.of());
            if (!values.isEmpty()) {
                wanted.put(UserModel.USERNAME, each(values, value -> value.toLowerCase(Locale.ROOT)));
                return;
            }
        }
    }

    private static void resetVerified(UserModel user, Map<String, List<String>> changed) {
        if (changed.containsKey(UserModel.EMAIL)) {
            user.setEmailVerified(false);
        }
        if (changed.containsKey(StaffAttributes.PHONE_NUMBER)) {
            user.removeAttribute(StaffAttributes.PHONE_NUMBER_VERIFIED);
        }
    }

    private static List<String> current(UserModel user, String attribute) {
        return user.getAttributeStream(attribute)
                .filter(value -> value != null && !value.isEmpty())
                .toList();
    }

    /** A plan while it is made. */
    private final class Collected {

        final List<StaffError> errors = new ArrayList<>();
        final Map<String, Change> changes = new TreeMap<>();
        private final List<Consumer<UserModel>> steps = new ArrayList<>();
        private final @Nullable UserModel user;
        private final StaffDraft draft;

        Collected(@Nullable UserModel user, StaffDraft draft) {
            this.user = user;
            this.draft = draft;
        }

        void change(String name, List<String> before, List<String> after) {
            if (!before.equals(after)) {
                changes.put(name, new Change(joined(before), joined(after)));
            }
        }

        void checkProfile(UserProfile profile, Map<String, List<String>> wanted) {
            @Nullable ProfileRules ofMany = user == null ? rules : null;
            Predicate<String> readOnly =
                    ofMany == null ? profile.getAttributes()::isReadOnly : name -> ofMany.isReadOnly(profile, name);
            wanted.keySet().stream()
                    .filter(name -> !name.equals(UserModel.USERNAME) && readOnly.test(name))
                    .forEach(name -> errors.add(StaffError.of(name, "crm.staff.read-only")));
            errors.addAll(ofMany == null ? errors(profile) : ofMany.errors(profile));
        }

        private List<StaffError> errors(UserProfile profile) {
            try {
                profile.validate();
                return List.of();
            } catch (ValidationException refused) {
                return ProfileErrors.of(refused);
            }
        }

        /** Departments, and what other rooms know how to write. */
        void collect() {
            if (draft.seat() != null) {
                take(seats.plan(user, draft.seat()));
            }
            new TreeMap<>(draft.facets()).forEach((property, values) -> {
                @Nullable StaffFacet facet = session.getProvider(StaffFacet.class, property);
                if (facet == null) {
                    errors.add(StaffError.of(property, "crm.staff.property-unknown", property));
                    return;
                }
                StaffFacet.Plan plan = facet.plan(session, realm, law, user, values);
                errors.addAll(plan.errors());
                if (plan.change() != null) {
                    changes.put(property, plan.change());
                    steps.add(plan.apply());
                }
            });
        }

        private void take(SeatWriter.Plan plan) {
            errors.addAll(plan.errors());
            changes.putAll(plan.changes());
            if (!plan.changes().isEmpty()) {
                steps.add(plan.apply());
            }
        }

        void apply(UserModel written) {
            steps.forEach(step -> step.accept(written));
        }

        StaffPlan finish(Supplier<UserModel> apply) {
            return new StaffPlan(List.copyOf(errors), changes, apply);
        }

        private static @Nullable String joined(List<String> values) {
            return values.isEmpty() ? null : String.join(";", values);
        }
    }
}
