package io.keycloakcrm.staff.department;

import com.fasterxml.jackson.annotation.JsonSetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants of a department. Only what is given is changed; {@code "parentId": null} moves to the top and
 * {@code "heads": null} clears the heads.
 */
final class DepartmentRequest {

    @Nullable
    String name;

    @Nullable
    String parentId;

    boolean parentGiven;

    @Nullable
    List<String> heads;

    boolean headsGiven;

    @Override
    public String toString() {
        return name + " below " + parentId + ", heads " + heads;
    }

    @JsonSetter
    void setName(@Nullable String name) {
        this.name = name;
    }

    @JsonSetter
    void setParentId(@Nullable String parentId) {
        this.parentId = parentId;
        this.parentGiven = true;
    }

    @JsonSetter
    void setHeads(@Nullable List<String> heads) {
        this.heads = heads;
        this.headsGiven = true;
    }
}
