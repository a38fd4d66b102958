package org.lacuna.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lacuna.fetch.Answer;
import org.lacuna.shared.Digest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/**
 * An exchange as WARC 1.1 (ISO 28500:2017): the response, the request concurrent to it (§6.4), and, where redirects led
 * there, a metadata record whose {@code via} is the URL that was asked for (§6.6). Each record is its own gzip member
 * (annex D). There is no WARC-IP-Address and no warcinfo with an operator: where we looked from is nobody's business.
 */
final class Capture {
    private static final String VIA = "via";

    private Capture() {}

    static byte[] write(Answer answer) throws IOException {
        byte[] received = answer.exchange().response();
        WarcResponse response = new WarcResponse.Builder(answer.answered())
                .version(MessageVersion.WARC_1_1)
                .date(answer.at())
                .body(MediaType.HTTP_RESPONSE, received)
                .blockDigest(sha256(received))
                .payloadDigest(sha256(payload(received)))
                .build();
        byte[] sent = answer.exchange().request();
        WarcRequest request = new WarcRequest.Builder(answer.answered())
                .version(MessageVersion.WARC_1_1)
                .date(answer.at())
                .body(MediaType.HTTP_REQUEST, sent)
                .blockDigest(sha256(sent))
                .concurrentTo(response.id())
                .build();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(file), WarcCompression.GZIP)) {
            writer.write(response);
            writer.write(request);
            if (!answer.asked().equals(answer.answered())) {
                writer.write(new WarcMetadata.Builder()
                        .version(MessageVersion.WARC_1_1)
                        .date(answer.at())
                        .targetURI(answer.answered())
                        .fields(Map.of(VIA, List.of(answer.asked().toString())))
                        .concurrentTo(response.id())
                        .build());
            }
        }
        return file.toByteArray();
    }

    /** Reads what {@link #write} wrote, and other people's captures of one exchange. */
    static Answer read(byte[] warc) throws IOException {
        Optional<Response> response = Optional.empty();
        byte[] request = new byte[0];
        Optional<URI> via = Optional.empty();
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(warc))) {
            for (WarcRecord record : reader) {
                if (record instanceof WarcResponse found && response.isEmpty()) {
                    response = Optional.of(Response.of(found));
                } else if (record instanceof WarcRequest found && request.length == 0) {
                    request = found.body().stream().readAllBytes();
                } else if (record instanceof WarcMetadata found) {
                    via = found.fields().first(VIA).map(URI::create);
                }
            }
        }
        Response found = response.orElseThrow(() -> new IOException("expected a response record, found none"));
        return found.answer(via, request);
    }

    private record Response(WarcResponse head, byte[] block) {
        static Response of(WarcResponse record) throws IOException {
            return new Response(record, record.body().stream().readAllBytes());
        }

        Answer answer(Optional<URI> via, byte[] request) throws IOException {
            HttpResponse http = HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(block)));
            Map<String, List<String>> headers = new LinkedHashMap<>();
            http.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            return Answer.kept(
                    via.orElse(head.targetURI()),
                    head.targetURI(),
                    http.status(),
                    headers,
                    http.body().stream().readAllBytes(),
                    new Answer.Exchange(request, block),
                    head.date());
        }
    }

    private static WarcDigest sha256(byte[] bytes) {
        MessageDigest hash = Digest.sha256();
        hash.update(bytes);
        return new WarcDigest(hash);
    }

    private static byte[] payload(byte[] response) {
        for (int i = 0; i + 3 < response.length; i++) {
            if (response[i] == '\r' && response[i + 1] == '\n' && response[i + 2] == '\r' && response[i + 3] == '\n') {
                return Arrays.copyOfRange(response, i + 4, response.length);
            }
        }
        return new byte[0];
    }
}
