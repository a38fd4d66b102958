package org.lacuna.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacuna.fetch.Answer;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** A public copy, opened to be shown and indexed. */
public final class OpenedCopy {
    private final Answer answer;
    private final List<String> headersLeftOut;
    private final int responseLength;

    private OpenedCopy(Answer answer, List<String> headersLeftOut, int responseLength) {
        this.answer = answer;
        this.responseLength = responseLength;
        this.headersLeftOut = headersLeftOut;
    }

    /**
     * Opens what {@link PublicCopy} made.
     *
     * @throws EvidenceDamaged if it cannot be read
     */
    public static OpenedCopy of(byte[] warc) {
        try {
            return new OpenedCopy(Capture.read(warc).answer(), headersLeftOut(warc), Gzip.firstMember(warc));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new EvidenceDamaged("expected a public copy, and it cannot be read", unreadable);
        }
    }

    private static List<String> headersLeftOut(byte[] warc) throws IOException {
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(warc))) {
            for (WarcRecord record : reader) {
                if (record instanceof WarcMetadata about) {
                    return about.fields()
                            .first(PublicCopy.HEADERS_LEFT_OUT)
                            .map(names -> List.of(names.split(", ")))
                            .orElse(List.of());
                }
            }
        }
        return List.of();
    }

    /** The URL that was asked for. */
    public URI asked() {
        return answer.asked();
    }

    /** The URL that answered. */
    public URI target() {
        return answer.answered();
    }

    /** When the answer was complete, to the second. */
    public Instant at() {
        return answer.at();
    }

    /** The status of the answer (RFC 9110 §15). */
    public int status() {
        return answer.status();
    }

    /** The media type that the server named, in lower case and without parameters; empty if it named none. */
    public Optional<String> media() {
        return answer.header("content-type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> type.matches("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}"));
    }

    /** The body without content coding; treat as read-only. */
    public byte[] body() {
        return answer.body();
    }

    /** The body as text, by what server and page say of its charset and by what fits. */
    public String text() {
        return answer.text();
    }

    /** Names of the headers that the copy does not have. */
    public List<String> headersLeftOut() {
        return headersLeftOut;
    }

    /** How many bytes the record of the response takes, compressed; the copy begins with it. */
    public int responseLength() {
        return responseLength;
    }

    /** How often something of ours was replaced in the body. */
    public int replacements() {
        int count = 0;
        String text = text();
        for (int at = text.indexOf(OwnAddresses.MARK); at >= 0; at = text.indexOf(OwnAddresses.MARK, at + 1)) {
            count++;
        }
        return count;
    }
}
