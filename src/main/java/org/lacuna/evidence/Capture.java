package org.lacuna.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.lacuna.fetch.Answer;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/**
 * One exchange as it is read from WARC (ISO 28500), our own or somebody else's.
 *
 * @param target the URL that answered
 * @param profile of the revisit record (§6.7); empty for a response
 * @param block the response as kept: of a revisit only the head
 * @param via the URL that was asked for, where redirects led from there
 */
record Capture(URI target, Instant at, Optional<String> profile, byte[] block, byte[] request, Optional<URI> via) {

    /**
     * Reads the first exchange.
     *
     * @throws IOException if there is none, or it cannot be read; the message says why
     */
    static Capture read(byte[] warc) throws IOException {
        Optional<WarcCaptureRecord> answer = Optional.empty();
        byte[] block = new byte[0];
        byte[] request = new byte[0];
        Optional<URI> via = Optional.empty();
        TreeSet<String> others = new TreeSet<>();
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(warc))) {
            for (WarcRecord record : reader) {
                if ((record instanceof WarcResponse || record instanceof WarcRevisit) && answer.isEmpty()) {
                    answer = Optional.of((WarcCaptureRecord) record);
                    block = record.body().stream().readAllBytes();
                    continue;
                }
                others.add(record.type());
                if (record instanceof WarcRequest && request.length == 0) {
                    request = record.body().stream().readAllBytes();
                } else if (record instanceof WarcMetadata found) {
                    via = found.fields().first(Packer.VIA).map(URI::create);
                }
            }
        }
        WarcCaptureRecord found =
                answer.orElseThrow(() -> new IOException("expected a response or revisit record, found "
                        + (others.isEmpty() ? "none" : "only " + String.join(", ", others))));
        Optional<String> profile = found instanceof WarcRevisit revisit
                ? Optional.of(revisit.profile().toString())
                : Optional.empty();
        return new Capture(found.targetURI(), found.date(), profile, block, request, via);
    }

    /** The answer of a capture that is no revisit, as it was read when it was fetched. */
    Answer answer() throws IOException {
        HttpResponse http = head(block);
        Answer.Exchange exchange = new Answer.Exchange(request, block);
        // without a length the body ends with the connection (RFC 9112 §6.3)
        byte[] content = http.headers().contains("Transfer-Encoding", "chunked") ? withoutChunks() : exchange.content();
        return Answer.kept(via.orElse(target), target, http.status(), headers(http), content, exchange, at);
    }

    private byte[] withoutChunks() throws IOException {
        HttpResponse whole = HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(block)));
        return whole.body().stream().readAllBytes();
    }

    /** The answer of a revisit whose body is that of an earlier capture. */
    Answer answer(Capture original) throws IOException {
        if (profile.filter(Packer.NOT_MODIFIED::equals).isEmpty()) {
            byte[] content = new Answer.Exchange(request, original.block).content();
            byte[] whole = new Answer.Exchange(request, block, content).response();
            return new Capture(target, at, Optional.empty(), whole, request, via).answer();
        }
        Answer stored = original.answer();
        return new Answer(
                via.orElse(target),
                target,
                stored.status(),
                Freshened.headers(stored.headers(), headers(head(block))),
                stored.body(),
                new Answer.Exchange(request, block),
                at);
    }

    private static HttpResponse head(byte[] block) throws IOException {
        return HttpResponse.parseWithoutBody(Channels.newChannel(new ByteArrayInputStream(block)), null);
    }

    private static Map<String, List<String>> headers(HttpResponse http) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        http.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }
}
