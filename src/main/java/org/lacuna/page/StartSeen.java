package org.lacuna.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Bytes of which it can be said whether there are any, before they are read. */
final class StartSeen extends PushbackInputStream {
    private final boolean empty;

    StartSeen(InputStream bytes) throws IOException {
        super(bytes);
        int first = read();
        empty = first < 0;
        if (!empty) {
            unread(first);
        }
    }

    boolean empty() {
        return empty;
    }
}
