package io.keycloakcrm.imports.job;

import io.keycloakcrm.rest.ActingAdministrator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A job. Times are milliseconds of the database's clock; documents are JSON in ASCII. */
@Entity(name = "CrmImport")
@Table(name = "CRM_IMPORT")
class ImportEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", nullable = false, updatable = false)
    private String realmId;

    @Column(name = "FILE_NAME", nullable = false)
    private String fileName;

    @Column(name = "FILE_BYTES", nullable = false)
    private long fileBytes;

    @Column(name = "FILE_SHA256", nullable = false)
    private String fileSha256;

    @Column(name = "STATE", nullable = false)
    private String state;

    /** Digest of uploader and Idempotency-Key; the id of the job itself where there is none or it has lapsed. */
    @Column(name = "IDEMPOTENCY", nullable = false)
    private String idempotency;

    @Column(name = "UPLOADER_REALM_ID")
    private @Nullable String uploaderRealmId;

    @Column(name = "UPLOADER_ID")
    private @Nullable String uploaderId;

    @Column(name = "ANALYSIS")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    private @Nullable String analysis;

    @Column(name = "SETTINGS")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    private @Nullable String settings;

    @Column(name = "PACE", nullable = false)
    private String pace;

    @Column(name = "ACTING")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    private @Nullable String acting;

    @Column(name = "NOTICE")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    private @Nullable String notice;

    @Column(name = "DATA_ROWS", nullable = false)
    private long dataRows;

    @Column(name = "CREATED_AT", nullable = false, updatable = false)
    private long createdAt;

    @Column(name = "STARTED_AT")
    private @Nullable Long startedAt;

    @Column(name = "RESUMED_AT")
    private @Nullable Long resumedAt;

    @Column(name = "FINISHED_AT")
    private @Nullable Long finishedAt;

    /** Size of all parts but the last while they are being uploaded; null for a file that came in one call. */
    @Column(name = "PART_BYTES")
    private @Nullable Integer partBytes;

    /** How many absentees somebody has agreed to off-board; null while nobody has. */
    @Column(name = "CONFIRMED_ABSENTEES")
    private @Nullable Long confirmedAbsentees;

    @Column(name = "ERASED", nullable = false)
    private boolean erased;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ImportEntity() {}

    ImportEntity(String id, String realmId, StoredFile file, Uploader uploader, String idempotency, long createdAt) {
        this.id = id;
        this.realmId = realmId;
        this.fileName = file.name();
        this.fileBytes = file.bytes();
        this.fileSha256 = file.sha256();
        this.state = ImportState.UPLOADED.id();
        this.pace = Pace.CONSIDERATE.id();
        this.idempotency = idempotency;
        this.uploaderRealmId = uploader.realmId();
        this.uploaderId = uploader.userId();
        this.createdAt = createdAt;
    }

    /** The same job, whose file comes in parts. */
    ImportEntity inParts(int bytes) {
        partBytes = bytes;
        return this;
    }

    ImportJob toJob() {
        return new ImportJob(
                id,
                realmId,
                new StoredFile(fileName, fileBytes, fileSha256),
                ImportState.of(state),
                Json.read(analysis, Analysis.class),
                Json.read(settings, ImportSettings.class),
                Pace.of(pace),
                Json.read(acting, ActingAdministrator.class),
                uploaderId == null ? null : new Uploader(Objects.requireNonNull(uploaderRealmId), uploaderId),
                new Moments(
                        Instant.ofEpochMilli(createdAt), instant(startedAt), instant(resumedAt), instant(finishedAt)),
                Json.read(notice, Notice.class),
                erased);
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
