package io.keycloakcrm.imports.job;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far an upload in parts is.
 *
 * @param plan which parts there are
 * @param received SHA-256 of the stored parts by number, hexadecimal
 */
public record UploadProgress(PartPlan plan, SortedMap<Integer, String> received) {

    public UploadProgress {
        received = Collections.unmodifiableSortedMap(new TreeMap<>(received));
    }

    /** Numbers of the parts that have not come yet. */
    public List<Integer> missing() {
        return plan.missing(received.keySet());
    }
}
