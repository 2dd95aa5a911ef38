package io.keycloakcrm.access.guard;

import java.util.List;

/**
 * Why somebody may not confer something.
 *
 * @param code stable; its text takes the parameters
 */
public record Refusal(String code, List<String> params) {

    public Refusal {
        params = List.copyOf(params);
    }

    static Refusal of(String code, String... params) {
        return new Refusal(code, List.of(params));
    }
}
