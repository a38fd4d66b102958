package org.lacuna.crawl.detect;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lacuna.fetch.Answer;

/** Answers made up for tests, as if they had just been fetched. */
final class Captures {
    private static final URI SOMEWHERE = URI.create("https://somewhere.example/");

    private Captures() {}

    static Answer answer(int status, String body) {
        return answer(SOMEWHERE, status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer answer(URI answered, int status, Map<String, List<String>> headers, byte[] body) {
        Answer.Exchange exchange = new Answer.Exchange(new byte[0], new byte[0]);
        return new Answer(answered, answered, status, headers, body, exchange, Instant.EPOCH);
    }

    static URI somewhere() {
        return SOMEWHERE;
    }
}
