package org.lacuna.crawl.detect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.lacuna.fetch.Answer;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Digest;

/**
 * A digest of everything that {@link Detector} looks at: the definition, the status, the address that answered, the
 * headers that the rules ask for, the charset's header and the body. Where it is the same, the detection is the same, so
 * a page that has not changed need not be parsed again.
 */
public final class Fingerprint {
    private Fingerprint() {}

    /** The digest of what this definition would look at in this answer. */
    public static Digest of(Platform platform, Answer answer) {
        MessageDigest hash = Digest.sha256();
        add(hash, platform.digest().toString());
        add(hash, String.valueOf(answer.status()));
        add(hash, answer.answered().toString());
        add(hash, answer.header("content-type").orElse(""));
        platform.headersAsked().forEach(name -> {
            add(hash, name);
            answer.headers().getOrDefault(name, List.of()).forEach(value -> add(hash, value));
        });
        hash.update(answer.body());
        return Digest.of(hash);
    }

    /** No part may run into the next: a zero byte stands in no header and no URL. */
    private static void add(MessageDigest hash, String part) {
        hash.update(part.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
    }
}
