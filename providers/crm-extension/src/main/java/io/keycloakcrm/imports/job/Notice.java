package io.keycloakcrm.imports.job;

import java.util.List;

/** Why a job is paused or failed: a stable code and the parameters of its text. */
public record Notice(String code, List<String> params) {

    public Notice {
        params = List.copyOf(params);
    }

    public static Notice of(String code, String... params) {
        return new Notice(code, List.of(params));
    }
}
