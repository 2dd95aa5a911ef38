package io.keycloakcrm.claims.rules;

import io.keycloakcrm.claims.ScopeKey;
import java.util.List;

/** A value {@code key=entry} taken apart: the key can be known though the entry cannot be read. */
record UserRule(ScopeKey key, TextSpan text) {

    static UserRule parse(String value) {
        TextSpan whole = TextSpan.of(value, 0);
        List<TextSpan> sides = whole.splitAtFirst('=');
        TextSpan first = sides.get(0);
        if (sides.size() == 1 || first.text().contains(";")) {
            throw whole.fault(ScopeFault.KEY_MISSING);
        }
        ScopeKey key = ScopeKey.parse(first.text()).orElseThrow(() -> first.fault(ScopeFault.KEY_UNKNOWN));
        return new UserRule(key, sides.get(1));
    }

    ScopeEntry entry() {
        return new ScopeEntryReader(text).entry();
    }
}
