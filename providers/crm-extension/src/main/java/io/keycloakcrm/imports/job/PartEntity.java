package io.keycloakcrm.imports.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** At most 5 MiB of the uploaded file; parts count from 0. */
@Entity(name = "CrmImportPart")
@Table(name = "CRM_IMPORT_PART")
@IdClass(PartKey.class)
class PartEntity {

    @Id
    @Column(name = "IMPORT_ID", length = 36)
    private String importId;

    @Id
    @Column(name = "PART_NO")
    private int number;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "SHA256", nullable = false)
    private String sha256;

    /** Bound as bytes, not as a large object: bytea on PostgreSQL, which vacuums away with the row. */
    @Column(name = "CONTENT", nullable = false)
    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    private byte[] content;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected PartEntity() {}

    PartEntity(String realmId, String importId, int number, String sha256, byte[] content) {
        this.realmId = realmId;
        this.importId = importId;
        this.number = number;
        this.sha256 = sha256;
        this.content = content;
    }
}
