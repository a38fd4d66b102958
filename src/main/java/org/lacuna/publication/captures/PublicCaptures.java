package org.lacuna.publication.captures;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.lacuna.cases.Vocabulary;
import org.lacuna.evidence.OpenedCopy;
import org.lacuna.evidence.wacz.Wacz;
import org.lacuna.shared.Digest;

/** Hands out copies of captures: those that an editor published and a public case offers now. */
@ApplicationScoped
public class PublicCaptures {
    private static final Logger LOG = Logger.getLogger(PublicCaptures.class);

    private final CaptureQueries queries;

    PublicCaptures(CaptureQueries queries) {
        this.queries = queries;
    }

    /** A file that is written as it is sent. */
    public interface Packed {
        /** In bytes. */
        long length();

        /**
         * Writes all of it.
         *
         * @throws IOException if the stream does
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /** The bytes of a copy, or that there are none to trust. */
    public sealed interface Bytes {
        /** A WARC file. */
        record Whole(byte[] warc) implements Bytes {}

        /** What is stored is not what its digest says. */
        record Damaged() implements Bytes {}
    }

    /** One of them; empty if it is not offered. */
    public Optional<OfferedCapture> find(Digest record) {
        return queries.find(record);
    }

    /**
     * Why there is none any more, in a sentence for readers.
     *
     * @return empty if there never was one
     */
    public Optional<String> gone(Digest record) {
        return queries.reasonGone(record)
                .map(reason -> "This copy was public and is so no more."
                        + reason.map(word -> " " + Vocabulary.REDACTIONS.get(word))
                                .orElse(""));
    }

    /** The WARC file of one that is offered. */
    public Bytes bytes(OfferedCapture capture) {
        return queries.bytes(capture.record())
                .filter(bytes -> Digest.of(bytes).equals(capture.copy()))
                .<Bytes>map(Bytes.Whole::new)
                .orElseGet(() -> {
                    LOG.errorf(
                            "expected the bytes of %s in the copy of %s, and they are not there; bring the database back"
                                    + " from a backup, or withdraw the copy and publish it again",
                            capture.copy(), capture.record());
                    return new Bytes.Damaged();
                });
    }

    /** What it shows. */
    public ShownCapture shown(Bytes.Whole bytes) {
        return ShownCapture.of(OpenedCopy.of(bytes.warc()));
    }

    /** Those of a case, the oldest first. */
    public List<OfferedCapture> ofCase(String slug) {
        return queries.ofCase(slug);
    }

    /** Slugs of the public cases that name it. */
    public List<String> cases(OfferedCapture capture) {
        return queries.cases(capture.record());
    }

    /**
     * The captures of one address.
     *
     * @return empty if there is none
     * @throws IllegalArgumentException if it is not the address of a web page
     */
    public Optional<Mementos> of(String url) {
        List<OfferedCapture> all = queries.of(LookedUp.of(url));
        return all.isEmpty() ? Optional.empty() : Optional.of(new Mementos(all));
    }

    /** All that are of the address of this one. */
    public Mementos beside(OfferedCapture capture) {
        return of(capture.url()).orElseGet(() -> new Mementos(List.of(capture)));
    }

    /**
     * Copies in one WACZ file.
     *
     * @param title one line
     * @param captures at least one
     */
    public Packed packed(String title, List<OfferedCapture> captures) {
        Wacz wacz = new Wacz(
                title,
                "Copies of captures by Lacuna. Each WARC file is served under /captures/ with its SHA-256 digest, which"
                        + " stands in the document of the case and so in the log of all public changes. What tells of the"
                        + " visitor is taken out.",
                captures.stream()
                        .map(OfferedCapture::published)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                captures.stream()
                        .map(capture -> new Wacz.Part(capture.record(), () -> whole(capture)))
                        .toList());
        return new Packed() {
            @Override
            public long length() {
                return wacz.length();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                wacz.writeTo(out);
            }
        };
    }

    private byte[] whole(OfferedCapture capture) {
        if (bytes(capture) instanceof Bytes.Whole whole) {
            return whole.warc();
        }
        throw new CopyDamaged(capture.record());
    }

    /** A copy that was to be packed is damaged, or was withdrawn this moment. */
    public static final class CopyDamaged extends RuntimeException {
        private static final long serialVersionUID = 1;

        CopyDamaged(Digest record) {
            super("expected a whole copy of " + record + ", and there is none");
        }
    }
}
