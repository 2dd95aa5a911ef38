package io.keycloakcrm.imports.job;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A mapping kept under a name for files with the same headers. */
@Entity(name = "CrmImportPreset")
@Table(name = "CRM_IMPORT_PRESET")
@IdClass(PresetKey.class)
class PresetEntity {

    private static final TypeReference<List<Preset.Assignment>> COLUMNS = new TypeReference<>() {};

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId;

    @Id
    @Column(name = "NAME")
    private String name;

    @Column(name = "ASSIGNMENTS", nullable = false)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    private @Nullable String assignments;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected PresetEntity() {}

    PresetEntity(String realmId, Preset preset) {
        this.realmId = realmId;
        this.name = preset.name();
        this.assignments = Json.text(preset.columns());
    }

    void change(Preset preset) {
        assignments = Json.text(preset.columns());
    }

    Preset toPreset() {
        return new Preset(name, Json.read(assignments, COLUMNS, List.of()));
    }
}
