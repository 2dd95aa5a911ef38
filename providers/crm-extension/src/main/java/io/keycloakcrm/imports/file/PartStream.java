package io.keycloakcrm.imports.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The unpacked bytes of one part, counted as they are handed out: in the part, in all parts, and in one token of XML.
 * The last keeps the parser from building a comment or an attribute that fills the memory.
 */
final class PartStream extends FilterInputStream {

    /** A cell has 32,767 characters at most; as character references they are a quarter of this. */
    private static final long MAX_TOKEN_BYTES = 1 << 20;

    private final InflateBudget part;
    private final InflateBudget all;
    private long tokenBytes;

    PartStream(InputStream unpacked, InflateBudget part, InflateBudget all) {
        super(unpacked);
        this.part = part;
        this.all = all;
    }

    /** The parser is about to read the next token. */
    void beginToken() {
        tokenBytes = 0;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) throws WorkbookTooLarge {
        part.spend(bytes);
        all.spend(bytes);
        tokenBytes += bytes;
        if (tokenBytes > MAX_TOKEN_BYTES) {
            throw new WorkbookTooLarge("token");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
