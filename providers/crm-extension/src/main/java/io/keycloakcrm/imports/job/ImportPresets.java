package io.keycloakcrm.imports.job;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** The mappings a realm keeps under names. */
public final class ImportPresets {

    private final PresetRepository presets;

    public ImportPresets(KeycloakSession session, String realmId) {
        this.presets = new PresetRepository(session, realmId);
    }

    /** A page of presets by name. */
    public List<Preset> page(int first, int max) {
        return presets.page(first, max);
    }

    public long count() {
        return presets.count();
    }

    public Optional<Preset> find(String name) {
        return presets.find(name);
    }

    /** Keeps the preset, in place of one of the same name; answers whether there was none. */
    public boolean save(Preset preset) {
        return presets.save(preset);
    }

    /** Whether there was one to remove. */
    public boolean remove(String name) {
        return presets.remove(name);
    }
}
