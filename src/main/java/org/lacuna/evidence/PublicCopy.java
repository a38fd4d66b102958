package org.lacuna.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.lacuna.fetch.Answer;
import org.lacuna.shared.Digest;

/**
 * Makes of a kept exchange a WARC file that may be published. Headers are those of two short lists, and no others: what
 * is not known to be harmless may name the visitor. Our own addresses are taken out of what is left, however they are
 * spelled ({@link Spellings}). The copy says that it is one, of what, and which headers are not in it.
 *
 * <p>It cannot see what only a person sees: the name of a town or a provider, an address in a picture, in pieces or
 * encrypted. A person looks at a copy before it is published.
 */
@ApplicationScoped
public class PublicCopy {
    static final String HEADERS_LEFT_OUT = "lacuna-headers-left-out";

    private static final Set<String> OF_REQUEST = Set.of("host", "accept", "accept-encoding", "accept-language");
    private static final Set<String> OF_RESPONSE = Set.of(
            "content-type",
            "content-language",
            "content-disposition",
            "date",
            "last-modified",
            "expires",
            "cache-control",
            "link",
            "location",
            "retry-after",
            "server",
            "www-authenticate",
            "x-robots-tag");

    private final EvidenceStore store;
    private final OwnAddresses own;

    @Inject
    PublicCopy(EvidenceStore store, EvidenceSettings settings) {
        this(
                store,
                OwnAddresses.of(
                        OwnAddresses.ofThisMachine(), settings.ownAddresses().orElse(List.of())));
    }

    PublicCopy(EvidenceStore store, OwnAddresses own) {
        this.store = store;
        this.own = own;
    }

    /**
     * A copy of an exchange, its body without content coding. Of a revisit it has the whole body. The same exchange gives
     * the same bytes again while our own addresses are the same.
     *
     * @return the bytes of a WARC file; empty if there is no such exchange
     * @throws EvidenceDamaged if the kept bytes are not what the digest says
     * @throws IllegalStateException if it is not known under which address we are seen, so that none can be taken out
     */
    public Optional<byte[]> of(Digest digest) {
        if (!own.publicOneKnown()) {
            throw new IllegalStateException("expected to know the address that pages see us under, found only private"
                    + " ones on this machine; set lacuna.evidence.own-addresses, with those of every proxy");
        }
        return store.find(digest).map(answer -> copy(digest, answer));
    }

    private byte[] copy(Digest original, Answer answer) {
        RecordWriter records = new RecordWriter();
        Set<String> left = new TreeSet<>();
        UUID id = id(original, "response");
        Instant at = answer.at().truncatedTo(ChronoUnit.SECONDS);
        String target = own.withheld(answer.answered().toString());
        byte[] body = body(answer);
        byte[] head = responseHead(answer, body.length, left);
        byte[] request = request(answer.exchange().request(), left);
        records.write(
                new RecordHead("response", id, at)
                        .line("WARC-Target-URI", target)
                        .line("WARC-Payload-Digest", records.digest(body).toString())
                        .line("Lacuna-Scrubbed-Copy-Of", original.toString())
                        .line("Content-Type", "application/http;msgtype=response"),
                head,
                body);
        records.write(
                concurrent("metadata", original, at, target).line("Content-Type", "application/warc-fields"),
                about(original, answer, left));
        records.write(
                concurrent("request", original, at, target).line("Content-Type", "application/http;msgtype=request"),
                request);
        return records.take();
    }

    private static RecordHead concurrent(String type, Digest original, Instant at, String target) {
        return new RecordHead(type, id(original, type), at)
                .line("WARC-Target-URI", target)
                .line("WARC-Concurrent-To", RecordHead.urn(id(original, "response")));
    }

    /** Not random: then the copy that somebody looked at and the one that is published are the same, to the byte. */
    private static UUID id(Digest original, String type) {
        return UUID.nameUUIDFromBytes(
                ("lacuna public copy, " + type + " of " + original).getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] about(Digest original, Answer answer, Set<String> left) {
        StringBuilder fields = new StringBuilder()
                .append("lacuna-copy: scrubbed for publication; addresses of the visitor are replaced by ")
                .append(OwnAddresses.MARK)
                .append("\r\nlacuna-original: ")
                .append(original)
                .append("\r\n");
        if (!left.isEmpty()) {
            fields.append(HEADERS_LEFT_OUT + ": ")
                    .append(own.withheld(String.join(", ", left)))
                    .append("\r\n");
        }
        if (!answer.asked().equals(answer.answered())) {
            fields.append(Packer.VIA)
                    .append(": ")
                    .append(own.withheld(answer.asked().toString()))
                    .append("\r\n");
        }
        return fields.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] responseHead(Answer answer, int length, Set<String> left) {
        // no reason phrase: it is free text (RFC 9112 §4)
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " \r\n");
        for (Map.Entry<String, List<String>> header : answer.headers().entrySet()) {
            String name = header.getKey();
            if (OF_RESPONSE.contains(name)) {
                header.getValue().forEach(value -> line(head, name, value));
            } else {
                left.add(name);
            }
        }
        head.append("content-length: ").append(length).append("\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] request(byte[] sent, Set<String> left) {
        List<String> lines = new ArrayList<>(List.of(new String(sent, StandardCharsets.ISO_8859_1).split("\r\n")));
        StringBuilder head = new StringBuilder(own.withheld(lines.remove(0))).append("\r\n");
        for (String line : lines) {
            int colon = Math.max(0, line.indexOf(':'));
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            if (OF_REQUEST.contains(name)) {
                line(head, name, line.substring(colon + 1).strip());
            } else if (!name.isEmpty()) {
                left.add(name);
            }
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(own.withheld(value)).append("\r\n");
    }

    /** One character per byte, unless two bytes are one: then an address would hide behind zeros. */
    private byte[] body(Answer answer) {
        Charset charset = wide(answer).orElse(StandardCharsets.ISO_8859_1);
        return own.withheld(new String(answer.body(), charset)).getBytes(charset);
    }

    private static Optional<Charset> wide(Answer answer) {
        byte[] body = answer.body();
        int mark = body.length < 2 ? 0 : (body[0] & 0xff) << Byte.SIZE | body[1] & 0xff;
        String type = answer.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (mark == 0xfffe || type.contains("utf-16le")) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return mark == 0xfeff || type.contains("utf-16") ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }
}
