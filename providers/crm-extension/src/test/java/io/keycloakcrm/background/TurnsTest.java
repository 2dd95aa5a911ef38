package io.keycloakcrm.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void keepsTheOrderWithinARealm() {
        assertThat(inOrder("a/1", "a/2")).containsExactly("a/1", "a/2");
    }

    @Test
    void letsTheNextRealmGoBeforeTheOneThatHadItsTurn() {
        turns.took("a");

        assertThat(inOrder("a/1", "b/1", "c/1")).containsExactly("b/1", "c/1", "a/1");
    }

    @Test
    void goesRoundThroughAllRealms() {
        turns.took("a");
        turns.took("b");
        turns.took("c");

        assertThat(inOrder("a/1", "b/1", "c/1")).containsExactly("a/1", "b/1", "c/1");
    }

    @Test
    void keepsTheTurnOfARealmThatWasPassedOver() {
        turns.took("a");
        turns.took("c");
        turns.took("c");

        assertThat(inOrder("a/1", "b/1", "c/1")).containsExactly("b/1", "a/1", "c/1");
    }

    @Test
    void forgetsRealmsWithoutWork() {
        turns.took("a");
        assertThat(inOrder("b/1")).containsExactly("b/1");
        turns.took("b");

        assertThat(inOrder("a/1", "b/1")).containsExactly("a/1", "b/1");
    }

    private List<String> inOrder(String... work) {
        return turns.inOrder(List.of(work), piece -> piece.split("/", 2)[0]);
    }
}
