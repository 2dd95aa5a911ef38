package io.keycloakcrm.access.signin;

import io.keycloakcrm.access.signin.SignInReport.Effect;
import io.keycloakcrm.access.signin.SignInReport.Finding;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Messages;
import io.keycloakcrm.staff.StaffAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

/** Goes through everything that Keycloak and the CRM ask of somebody who signs in. */
final class SignInCheck {

    private final AdminCall call;
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Messages messages;
    private final List<Finding> findings = new ArrayList<>();

    SignInCheck(AdminCall call, UserModel user) {
        this.call = call;
        this.session = call.session();
        this.realm = call.realm();
        this.user = user;
        this.messages = Messages.of(session);
    }

    SignInReport report() {
        if (!realm.isEnabled()) {
            find("crm.signin.realm-disabled", Effect.BLOCKS, null, null);
        }
        account();
        employment();
        credential();
        actions();
        if (findings.isEmpty()) {
            find("crm.signin.clear", Effect.NOTES, null, null);
        }
        if (call.auth().realm().canViewEvents()) {
            new LastSignIn(session, realm)
                    .failure(user)
                    .ifPresentOrElse(
                            failure -> find("crm.signin.last-error", Effect.NOTES, failure.error(), failure.time()),
                            this::unrecorded);
        }
        findings.sort(Comparator.comparing(Finding::effect));
        return SignInReport.of(user.getId(), List.copyOf(findings));
    }

    private void unrecorded() {
        if (!LastSignIn.isRecorded(realm)) {
            find("crm.signin.events-off", Effect.NOTES, null, null);
        }
    }

    private void account() {
        BruteForceProtector locks = session.getProvider(BruteForceProtector.class);
        if (realm.isBruteForceProtected() && locks.isPermanentlyLockedOut(session, realm, user)) {
            find("crm.signin.locked-permanently", Effect.BLOCKS, null, null);
        } else if (!user.isEnabled()) {
            find("crm.signin.disabled", Effect.BLOCKS, null, null);
        }
        if (realm.isBruteForceProtected() && locks.isTemporarilyDisabled(session, realm, user)) {
            find("crm.signin.locked-temporarily", Effect.BLOCKS, null, lockedUntil());
        }
    }

    private @Nullable Instant lockedUntil() {
        @Nullable UserLoginFailureModel failures = session.loginFailures().getUserLoginFailure(realm, user.getId());
        return failures == null ? null : Instant.ofEpochSecond(failures.getFailedLoginNotBefore());
    }

    private void employment() {
        if ("left".equals(user.getFirstAttribute(StaffAttributes.EMPLOYMENT_STATUS))) {
            find("crm.signin.left", Effect.NOTES, null, null);
        }
    }

    private void credential() {
        boolean credential = user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)
                || user.credentialManager().isConfiguredFor(WebAuthnCredentialModel.TYPE_PASSWORDLESS);
        if (!credential
                && session.users()
                        .getFederatedIdentitiesStream(realm, user)
                        .findAny()
                        .isEmpty()) {
            find("crm.signin.no-credential", Effect.BLOCKS, null, null);
        }
    }

    private void actions() {
        if (realm.isVerifyEmail() && !user.isEmailVerified()) {
            find("crm.signin.email-unverified", Effect.ASKS, user.getEmail(), null);
        }
        user.getRequiredActionsStream().sorted().forEach(alias -> {
            @Nullable RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(alias);
            if (action != null && action.isEnabled()) {
                find("crm.signin.action-open", Effect.ASKS, action.getName(), null);
            } else {
                find("crm.signin.action-off", Effect.NOTES, alias, null);
            }
        });
    }

    private void find(String code, Effect effect, @Nullable String value, @Nullable Instant time) {
        @Nullable String at = time == null ? null : time.toString();
        // One set of parameters for both texts: 0 is the value, 1 the time.
        Object[] params = {value == null ? "" : value, at == null ? "" : at};
        findings.add(new Finding(
                code, effect, messages.text(code, params), messages.text(code + "-next", params), value, at));
    }
}
