package io.keycloakcrm.imports.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** The stored parts as one stream; fetches a part when the one before it has been read. */
final class PartStream extends InputStream {

    private final IntFunction<Optional<byte[]>> parts;
    private byte[] part = {};
    private int position;
    private int next;

    PartStream(IntFunction<Optional<byte[]>> parts) {
        this.parts = parts;
    }

    @Override
    public int read() throws IOException {
        return atEnd() ? -1 : part[position++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (atEnd()) {
            return -1;
        }
        int n = Math.min(length, part.length - position);
        System.arraycopy(part, position, into, offset, n);
        position += n;
        return n;
    }

    @Override
    public int available() {
        return part.length - position;
    }

    private boolean atEnd() {
        while (position == part.length) {
            Optional<byte[]> following = parts.apply(next);
            if (following.isEmpty()) {
                return true;
            }
            part = following.get();
            position = 0;
            next++;
        }
        return false;
    }
}
