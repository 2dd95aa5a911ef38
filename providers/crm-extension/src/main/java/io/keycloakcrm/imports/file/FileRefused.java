package io.keycloakcrm.imports.file;

import java.util.List;

/** The file as a whole cannot be read; carries a stable code and the parameters of its text. */
public final class FileRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> params;

    public FileRefused(String code, String... params) {
        super(code + " " + List.of(params));
        this.code = code;
        this.params = List.of(params);
    }

    public String code() {
        return code;
    }

    public List<String> params() {
        return params;
    }
}
