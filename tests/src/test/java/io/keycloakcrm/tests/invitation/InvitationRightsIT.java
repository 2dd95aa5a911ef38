package io.keycloakcrm.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.FineGrainedAdmin;
import io.keycloakcrm.tests.api.InvitationApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what with whose invitation. */
@WithKeycloak
final class InvitationRightsIT {

    private final Crm crm;
    private final RealmApi realm;
    private final RealmApi foreign;
    private final InvitationApi own;
    private final InvitationApi ofForeign;

    InvitationRightsIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm().set(Map.of("crm.invitation.copy-link", "true"));
        this.foreign = crm.newRealm().set(Map.of("crm.invitation.copy-link", "true"));
        this.own = InvitationApi.ofSomebody(realm);
        this.ofForeign = InvitationApi.ofSomebody(foreign);
    }

    /** One request about an invitation; what it would do is refused before it is done. */
    record Call(String name, Request request) {

        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    interface Request {
        ApiResponse send(RealmApi realm, String id);
    }

    static List<Call> aboutOne() {
        return List.of(
                new Call("GET {id}", (realm, id) -> realm.get("crm/invitations/" + id)),
                new Call("DELETE {id}", (realm, id) -> realm.delete("crm/invitations/" + id)),
                new Call("POST {id}/resend", (realm, id) -> realm.post("crm/invitations/" + id + "/resend", Map.of())),
                new Call("POST {id}/link", (realm, id) -> realm.post("crm/invitations/" + id + "/link", Map.of())));
    }

    static List<Call> changing() {
        return aboutOne().subList(1, 4);
    }

    @ParameterizedTest
    @MethodSource("aboutOne")
    void answersAnotherRealmsInvitationAsOneThatThereIsNot(Call call) {
        String random = UUID.randomUUID().toString();

        ApiResponse toForeign = call.request().send(realm, ofForeign.id());
        ApiResponse toRandom = call.request().send(realm, random);

        assertThat(toForeign.status()).isEqualTo(404).isEqualTo(toRandom.status());
        assertThat(toForeign.text().replace(ofForeign.id(), "ID"))
                .isEqualTo(toRandom.text().replace(random, "ID"));
    }

    @ParameterizedTest
    @MethodSource("aboutOne")
    void refusesWhoeverShowsNoToken(Call call) {
        assertThat(call.request().send(realm.as(crm.anonymous()), own.id()).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("aboutOne")
    void refusesAUserWithoutRights(Call call) {
        RealmApi nobody = realm.asNewAdmin();

        assertThat(call.request().send(nobody, own.id()).status()).isEqualTo(403);
        assertThat(call.request().send(nobody, UUID.randomUUID().toString()).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("aboutOne")
    void refusesTheAdministratorOfAnotherRealm(Call call) {
        RealmApi stranger = foreign.asNewAdmin("manage-users", "view-users", "realm-admin");

        assertThat(call.request().send(realm.as(stranger.client()), own.id()).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("changing")
    void refusesWhoeverMayOnlyLook(Call call) {
        RealmApi viewer = realm.asNewAdmin("view-users");

        assertThat(call.request().send(viewer, own.id()).status()).isEqualTo(403);
    }

    @Test
    void showsWhoeverMayLook() {
        RealmApi viewer = realm.asNewAdmin("view-users");

        viewer.get(own.path("")).expect(200);
        assertThat(viewer.get("crm/invitations")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isPositive();
        viewer.post("crm/invitations", Map.of("staff", Map.of("email", InvitationApi.newAddress())))
                .expect(403);
    }

    @Test
    void listsNothingToAUserWithoutRights() {
        realm.asNewAdmin().get("crm/invitations").expect(403);
        realm.as(crm.anonymous()).get("crm/invitations").expect(401);
    }

    @Test
    void invitesNobodyOfAnotherRealm() {
        String random = UUID.randomUUID().toString();

        ApiResponse toForeign = realm.post("crm/invitations", Map.of("userId", ofForeign.user()));
        ApiResponse toRandom = realm.post("crm/invitations", Map.of("userId", random));

        assertThat(toForeign.status()).isEqualTo(404).isEqualTo(toRandom.status());
        assertThat(toForeign.text()).isEqualTo(toRandom.text());
    }

    @Test
    void listsNothingOfAnotherRealm() {
        assertThat(realm.get("crm/invitations?max=500").expect(200).text())
                .contains(own.id())
                .doesNotContain(ofForeign.id());
        assertThat(realm.get("crm/invitations?userId=" + ofForeign.user())
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Nested
    final class MorePrivileged {

        private final RealmApi limited = realm.asNewAdmin("manage-users", "view-users", "query-groups");

        @Test
        void isInvitedByNobodyWithFewerRights() {
            String boss = boss(role -> realm.grant(role, "realm-management", "realm-admin"));

            ApiResponse refused = limited.post("crm/invitations", Map.of("userId", boss));

            assertThat(refused.expect(403).code()).isEqualTo("crm.staff.more-privileged");
        }

        @ParameterizedTest
        @MethodSource("io.keycloakcrm.tests.invitation.InvitationRightsIT#changing")
        void keepsHisInvitation(Call call) {
            String boss = boss(user -> {});
            var invitation = InvitationApi.of(realm, boss);
            realm.grant(boss, "realm-management", "realm-admin");

            assertThat(call.request().send(limited, invitation.id()).expect(403).code())
                    .isEqualTo("crm.staff.more-privileged");
        }

        @Test
        void isSoByAGroupAboveHisOwn() {
            String parent = realm.post("crm/departments", Map.of("name", "Tower " + UUID.randomUUID()))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            String boss = boss(user -> {});
            realm.put("users/" + boss + "/groups/" + parent, Map.of()).expect(204);
            String client = realm.clientUuid("realm-management");
            JsonNode role = realm.get("clients/" + client + "/roles/realm-admin")
                    .expect(200)
                    .json();
            realm.post("groups/" + parent + "/role-mappings/clients/" + client, List.of(role))
                    .expect(204);

            limited.post("crm/invitations", Map.of("userId", boss)).expect(403);
        }

        private String boss(Consumer<String> rank) {
            String email = InvitationApi.newAddress();
            String id = realm.post("users", Map.of("username", email, "email", email, "enabled", true))
                    .expect(201)
                    .createdId();
            rank.accept(id);
            return id;
        }
    }

    @Nested
    final class FineGrained {

        @Test
        void letsAnAdministratorDoOnlyWithThosePeopleWhomHeMayManage() {
            RealmApi other = crm.newRealm().set(Map.of("crm.invitation.copy-link", "true"));
            var managed = InvitationApi.ofSomebody(other);
            var hidden = InvitationApi.ofSomebody(other);
            String mine = managed.user();
            RealmApi limited = FineGrainedAdmin.appointed(other, "query-users")
                    .may("manages-one", "Users", List.of(mine), "view", "manage")
                    .as();

            JsonNode list = limited.get("crm/invitations").expect(200).json();
            assertThat(list.path("total").asInt()).isEqualTo(1);
            assertThat(list.path("items").path(0).path("id").asText()).isEqualTo(managed.id());
            assertThat(aboutOne())
                    .allSatisfy(call -> assertThat(
                                    call.request().send(limited, hidden.id()).status())
                            .as(call.name())
                            .isEqualTo(403));
            new InvitationApi(limited, managed.id()).link().expect(200);
            new InvitationApi(limited, managed.id()).resend().expect(200);
            new InvitationApi(limited, managed.id()).revoke().expect(204);
            limited.post("crm/invitations", Map.of("userId", mine)).expect(201);
            limited.post("crm/invitations", Map.of("userId", hidden.user())).expect(403);
            limited.post("crm/invitations", Map.of("staff", Map.of("email", InvitationApi.newAddress())))
                    .expect(403);
        }
    }
}
