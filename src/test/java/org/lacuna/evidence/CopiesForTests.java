package org.lacuna.evidence;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.lacuna.fetch.Answer;
import org.lacuna.shared.Digest;

/** Public copies of answers that a test makes up. */
public final class CopiesForTests {
    private final EvidenceStore store;
    private final PublicCopy copies;

    public CopiesForTests(Path folder) {
        store = new EvidenceForTests(folder).store();
        copies = new PublicCopy(store, OwnAddresses.of(List.of(), List.of("203.0.113.77")));
    }

    /** A capture and the copy that the public may have of it. */
    public record Copied(Digest record, byte[] warc) {
        public OpenedCopy opened() {
            return OpenedCopy.of(warc);
        }
    }

    public Copied page(String page) {
        return copied(store.keep(Exchanges.page(page)));
    }

    public Copied answer(int status, byte[] content, String... headerLines) {
        return answer(Exchanges.ANSWERED, Exchanges.AT, status, content, headerLines);
    }

    public Copied answer(URI url, Instant at, int status, byte[] content, String... headerLines) {
        Answer made = Exchanges.answer(url, status, "OK", at, content, headerLines);
        return copied(
                store.keep(new Answer(url, url, status, made.headers(), made.body(), made.exchange(), made.at())));
    }

    private Copied copied(Digest record) {
        return new Copied(record, copies.of(record).orElseThrow());
    }
}
