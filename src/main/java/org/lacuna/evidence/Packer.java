package org.lacuna.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.fetch.Answer;
import org.lacuna.shared.Digest;

/**
 * Writes an exchange as WARC 1.1 records (ISO 28500:2017), each in a gzip member of its own (annex D): the response or a
 * revisit (§6.7); where redirects led there, a metadata record whose {@code via} is the URL that was asked for (§6.6);
 * and the request concurrent to it (§6.4). The request comes last, so that whoever finds one after a crash knows that
 * the exchange is whole. There is no WARC-IP-Address: where we looked from is nobody's business.
 */
final class Packer {
    static final String VIA = "via";
    static final String REFERS_TO = "Lacuna-Refers-To";
    static final String NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";
    static final String SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
    private static final int STATUS_NOT_MODIFIED = 304;

    private final RecordWriter records = new RecordWriter();

    /** An exchange ready to be appended; {@code indexed} says all but where. */
    record Packed(byte[] bytes, Indexed indexed) {
        Indexed at(String file, long start) {
            return new Indexed(
                    indexed.digest(),
                    file,
                    start,
                    bytes.length,
                    indexed.at(),
                    indexed.refersTo(),
                    indexed.record(),
                    indexed.target(),
                    indexed.payload());
        }
    }

    /**
     * Packs one exchange.
     *
     * @param original the exchange that this one repeats, itself no revisit
     */
    Packed pack(Answer answer, Optional<Indexed> original) {
        Answer.Exchange exchange = answer.exchange();
        Digest payload = records.digest(exchange.content());
        boolean notModified = answer.status() == STATUS_NOT_MODIFIED;
        Optional<Indexed> repeated =
                original.filter(one -> notModified || one.payload().equals(payload));
        UUID id = UUID.randomUUID();
        Instant at = RecordHead.date(answer.at());
        String target = answer.answered().toString();
        if (repeated.isPresent()) {
            revisit(id, at, target, exchange.head(), repeated.get(), notModified);
        } else {
            response(id, at, target, exchange, payload);
        }
        if (!answer.asked().equals(answer.answered())) {
            byte[] via = (VIA + ": " + answer.asked() + "\r\n").getBytes(StandardCharsets.UTF_8);
            records.write(concurrent("metadata", at, target, id).line("Content-Type", "application/warc-fields"), via);
        }
        records.write(
                concurrent("request", at, target, id).line("Content-Type", "application/http;msgtype=request"),
                exchange.request());
        byte[] bytes = records.take();
        return new Packed(
                bytes,
                new Indexed(
                        Digest.of(bytes),
                        "",
                        0,
                        bytes.length,
                        at,
                        repeated.map(Indexed::digest),
                        id,
                        target,
                        repeated.map(Indexed::payload).orElse(payload)));
    }

    /** The record that a file begins with (§6.2): what wrote it and how it is written, and nothing of who or where. */
    byte[] warcinfo(String name, Instant at) {
        byte[] fields = """
                software: Lacuna\r
                format: WARC File Format 1.1\r
                conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r
                """.getBytes(StandardCharsets.UTF_8);
        records.write(
                new RecordHead("warcinfo", UUID.randomUUID(), at)
                        .line("WARC-Filename", name)
                        .line("Content-Type", "application/warc-fields"),
                fields);
        return records.take();
    }

    private void response(UUID id, Instant at, String target, Answer.Exchange exchange, Digest payload) {
        records.write(
                new RecordHead("response", id, at)
                        .line("WARC-Target-URI", target)
                        .line("WARC-Payload-Digest", payload.toString())
                        .line("Content-Type", "application/http;msgtype=response"),
                exchange.head(),
                exchange.content());
    }

    private void revisit(UUID id, Instant at, String target, byte[] received, Indexed original, boolean notModified) {
        RecordHead head = new RecordHead("revisit", id, at)
                .line("WARC-Target-URI", target)
                .line("WARC-Profile", notModified ? NOT_MODIFIED : SAME_PAYLOAD)
                .line("WARC-Refers-To", RecordHead.urn(original.record()))
                .line("WARC-Refers-To-Target-URI", original.target())
                .line("WARC-Refers-To-Date", RecordHead.date(original.at()).toString())
                .line("WARC-Payload-Digest", original.payload().toString())
                .line(REFERS_TO, original.digest().toString())
                .line("Content-Type", "application/http;msgtype=response");
        if (!notModified) {
            head.line("WARC-Truncated", "length");
        }
        records.write(head, received);
    }

    private static RecordHead concurrent(String type, Instant at, String target, UUID response) {
        return new RecordHead(type, UUID.randomUUID(), at)
                .line("WARC-Target-URI", target)
                .line("WARC-Concurrent-To", RecordHead.urn(response));
    }
}
