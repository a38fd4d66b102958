package org.lacuna.crawl.detect;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacuna.fetch.Answer;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.Outcome;

/**
 * Measures definitions on kept pages whose truth a person found out: the page's platform has a definition with rules, or
 * it is read as any site.
 */
public final class Evaluation {
    /** Ten times what a visit would take from the network; a longer file is none of a page. */
    private static final long LONGEST = 50_000_000;

    /** Where the index names no address (RFC 2606 §2). */
    private static final URI NOWHERE = URI.create("https://nowhere.invalid/");

    private final Platforms platforms;
    private final Platform anySite;

    public Evaluation(Platforms platforms) {
        this.platforms = platforms;
        this.anySite = platforms
                .find(Platforms.ANY_SITE)
                .orElseThrow(() -> new IllegalStateException("expected crawlers/" + Platforms.ANY_SITE + ".yaml"));
    }

    /** Reads one page. Whatever is wrong with it is told in what comes back. */
    public Evaluated evaluate(IndexedPage page) {
        List<String> problems = new ArrayList<>(page.problems());
        Platform platform = reader(page.platform());
        try {
            long size = Files.size(page.path());
            if (Files.isDirectory(page.path()) || size > LONGEST) {
                problems.add("expected a page of at most " + LONGEST + " bytes at '" + page.file() + "', found "
                        + (size > LONGEST ? size + " bytes" : "a folder"));
                return nothing(page, Outcome.NO_ANSWER, problems);
            }
            byte[] body = Files.readAllBytes(page.path());
            Detection detection = Detector.detect(platform, answer(page, body));
            return new Evaluated(page, detection.outcome(), detection.rule(), problems);
        } catch (IOException unreadable) {
            problems.add("expected a page that can be read at '" + page.file() + "', found "
                    + unreadable.getClass().getSimpleName());
            return nothing(page, Outcome.NO_ANSWER, problems);
        } catch (RuntimeException | StackOverflowError broken) {
            // One page that breaks a reader must not hide what the others show.
            problems.add("expected a page that " + platform.id() + " can read at '" + page.file() + "', found "
                    + broken.getClass().getSimpleName());
            return nothing(page, Outcome.UNCLEAR, problems);
        }
    }

    /** Ids have hyphens here. Elsewhere an underline is usual, and no id of ours has one, so the two cannot be confused. */
    private Platform reader(String id) {
        return platforms
                .find(id)
                .or(() -> platforms.find(id.replace('_', '-')))
                .filter(found -> !found.rules().isEmpty())
                .orElse(anySite);
    }

    private static Evaluated nothing(IndexedPage page, Outcome said, List<String> problems) {
        return new Evaluated(page, said, Optional.empty(), problems);
    }

    private static Answer answer(IndexedPage page, byte[] body) {
        URI url = address(page.url());
        Answer.Exchange none = new Answer.Exchange(new byte[0], new byte[0]);
        return new Answer(url, url, page.status(), page.headers(), body, none, Instant.EPOCH);
    }

    /** Some indexes note the template of an address, with braces, or no address at all. */
    private static URI address(String written) {
        try {
            URI url = URI.create(escaped(written));
            return url.getHost() == null ? NOWHERE : url;
        } catch (IllegalArgumentException none) {
            return NOWHERE;
        }
    }

    /** What RFC 3986 allows in no URL is written in percent. */
    private static String escaped(String written) {
        StringBuilder url = new StringBuilder();
        for (byte octet : written.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean allowed = c > ' ' && c < 127 && "\"<>\\^`{|}".indexOf(c) < 0;
            url.append(allowed ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return url.toString();
    }
}
