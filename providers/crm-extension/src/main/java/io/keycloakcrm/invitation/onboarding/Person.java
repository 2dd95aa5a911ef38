package io.keycloakcrm.invitation.onboarding;

import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Somebody at the door, as Keycloak knows him.
 *
 * @param tab of the browser; of the call, where there is no browser
 */
record Person(KeycloakSession session, RealmModel realm, UserModel user, AuthenticationSessionModel tab) {

    /** Role attribute: who has the role needs a second factor. */
    static final String MFA_ATTRIBUTE = "crm.mfa";

    private static final Set<String> SECOND_FACTORS = Set.of(
            OTPCredentialModel.TYPE, WebAuthnCredentialModel.TYPE_TWOFACTOR, WebAuthnCredentialModel.TYPE_PASSWORDLESS);

    static Person of(RequiredActionContext context) {
        return new Person(
                context.getSession(), context.getRealm(), context.getUser(), context.getAuthenticationSession());
    }

    /** Whether he can have come in, or has just come in, without any link of ours. */
    boolean hasWayIn() {
        return hasPassword() || passkeys() > 0 || isBrought();
    }

    private boolean hasPassword() {
        return user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    long passkeys() {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                .count();
    }

    /** Whether an identity provider vouches for him, in this very sign-in. */
    private boolean isBrought() {
        return tab.getUserSessionNotes().containsKey(Details.IDENTITY_PROVIDER);
    }

    /** Whether his credentials are another house's business: a directory's, or an identity provider's. */
    boolean signsInElsewhere() {
        boolean ofDirectory = user.getFederationLink() != null && hasPassword();
        return isBrought()
                || ofDirectory
                || !session.users()
                        .getFederatedIdentitiesStream(realm, user)
                        .toList()
                        .isEmpty();
    }

    boolean hasSecondFactor() {
        return SECOND_FACTORS.stream().anyMatch(user.credentialManager()::isConfiguredFor);
    }

    boolean needsSecondFactor() {
        return RoleUtils.getDeepUserRoleMappings(user).stream().anyMatch(Person::asksForSecondFactor);
    }

    private static boolean asksForSecondFactor(RoleModel role) {
        return role.getAttributeStream(MFA_ATTRIBUTE).anyMatch(Boolean::parseBoolean);
    }

    /** Whether an administrator acts in his name in this browser. */
    boolean isImpersonated() {
        AuthenticationManager.@Nullable AuthResult signedIn =
                AuthenticationManager.authenticateIdentityCookie(session, realm, true);
        return signedIn != null
                && signedIn.session().getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null;
    }

    /** Whether the realm has the required action of a step, or has switched it off. */
    boolean canBeAskedFor(String action) {
        @Nullable RequiredActionProviderModel model = realm.getRequiredActionProviderByAlias(action);
        return model != null && model.isEnabled();
    }

    /** Whether a passkey would get him in again, and is asked for before anything else that is Keycloak's. */
    boolean mayUsePasskey(OnboardingSettings settings) {
        return settings.passkeys()
                && Boolean.TRUE.equals(realm.getWebAuthnPolicyPasswordless().isPasskeysEnabled())
                && canBeAskedFor(Passkey.ACTION)
                && realm.getRequiredActionProvidersStream()
                        .filter(RequiredActionProviderModel::isEnabled)
                        .filter(action -> !action.getAlias().startsWith("crm-"))
                        .min(Comparator.comparingInt(RequiredActionProviderModel::getPriority))
                        .filter(first -> first.getAlias().equals(Passkey.ACTION))
                        .isPresent();
    }
}
