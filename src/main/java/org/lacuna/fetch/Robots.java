package org.lacuna.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Obeys robots.txt (RFC 9309). A file that is not there (4xx, or redirects without end) allows everything; one that
 * cannot be read (5xx, no answer) forbids everything (§2.3.1). Status 429 asks us to slow down, so it counts as the
 * second although its number says the first.
 */
final class Robots {
    /** RFC 9309 §2.5: at least 500 KiB are read. */
    private static final int CAP = 512 * 1024;

    private static final Set<NoAnswer.Reason> PASSING =
            Set.of(NoAnswer.Reason.ASKED_TO_WAIT, NoAnswer.Reason.PROXY_FAILED);

    private final FetchSettings settings;
    private final Reader reader;
    private final Cache<Origin, Ruling> rulings = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfter(Expiry.<Origin, Ruling>creating((origin, ruling) -> ruling.believed()))
            .build();

    Robots(FetchSettings settings, Reader reader) {
        this.settings = settings;
        this.reader = reader;
    }

    /** Fetches a robots.txt, redirects followed. */
    interface Reader {
        Hop.Received read(URI robots, FetchOptions options, Deadline deadline, int cap) throws FetchFailure;
    }

    /** A server may tell visitors from different countries different things, so each exit has its own files. */
    private record Origin(Exit exit, String origin) {}

    private record Ruling(BaseRobotRules rules, Optional<FetchFailure> unreadable, Duration believed) {}

    /**
     * Asks whether this URL may be fetched.
     *
     * @return the delay that the file asks for between two requests; zero if it asks for none
     * @throws FetchFailure REFUSED_BY_ROBOTS, or why the file could not be had
     */
    Duration allow(URI checked, FetchOptions options, Deadline deadline) throws FetchFailure {
        Origin origin = new Origin(options.exit(), Urls.origin(checked));
        Ruling ruling = rulings.getIfPresent(origin);
        if (ruling == null) {
            ruling = read(checked.resolve("/robots.txt"), options, deadline);
            rulings.put(origin, ruling);
        }
        if (ruling.unreadable().isPresent()) {
            throw ruling.unreadable().get();
        }
        if (!ruling.rules().isAllowed(checked.toString())) {
            throw new FetchFailure(NoAnswer.Reason.REFUSED_BY_ROBOTS, "robots.txt asks us not to visit this page");
        }
        return pace(ruling);
    }

    /** The delay that a robots.txt we know asks for; zero if it asks for none or we do not know it yet. */
    Duration pace(URI checked, Exit exit) {
        Ruling ruling = rulings.getIfPresent(new Origin(exit, Urls.origin(checked)));
        return ruling == null ? Duration.ZERO : pace(ruling);
    }

    private Duration pace(Ruling ruling) {
        Duration delay = Duration.ofMillis(Math.max(0, ruling.rules().getCrawlDelay()));
        return delay.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : delay;
    }

    private Ruling read(URI url, FetchOptions options, Deadline deadline) throws FetchFailure {
        try {
            Hop.Received received = reader.read(url, options, deadline, CAP);
            int status = received.response().getCode();
            if (status >= 200 && status < 300) {
                return new Ruling(parsed(url, received, deadline), Optional.empty(), settings.robotsAge());
            }
            if (status >= 400 && status < 500 && status != 429) {
                return allowAll();
            }
            return unreadable(new FetchFailure(
                    NoAnswer.Reason.REFUSED_BY_ROBOTS,
                    "expected a robots.txt or none, found status " + status + ", which means to stay away"));
        } catch (FetchFailure failed) {
            if (failed.reason() == NoAnswer.Reason.TOO_MANY_REDIRECTS) {
                return allowAll();
            }
            if (deadline.passed() || PASSING.contains(failed.reason())) {
                // our time was up, or nothing was asked: that says nothing about the file, so nothing is remembered
                throw failed;
            }
            return unreadable(
                    new FetchFailure(failed.reason(), failed.getMessage() + "; robots.txt was asked for first"));
        }
    }

    private BaseRobotRules parsed(URI url, Hop.Received received, Deadline deadline) throws FetchFailure {
        Map<String, List<String>> headers = Wire.headers(received.response());
        byte[] text = ContentCoding.decode(
                received.content(), headers.getOrDefault("content-encoding", List.of()), settings.maxBody(), deadline);
        String type = String.join(",", headers.getOrDefault("content-type", List.of("text/plain")));
        return rules(url, text.length > CAP ? Arrays.copyOf(text, CAP) : text, type, settings.productToken());
    }

    /** What a robots.txt says to us. */
    static BaseRobotRules rules(URI url, byte[] text, String contentType, String productToken) {
        return new SimpleRobotRulesParser()
                .parseContent(url.toString(), text, contentType, List.of(productToken.toLowerCase(Locale.ROOT)));
    }

    private Ruling allowAll() {
        return new Ruling(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), Optional.empty(), settings.robotsAge());
    }

    private Ruling unreadable(FetchFailure failure) {
        return new Ruling(
                new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), Optional.of(failure), settings.robotsRetry());
    }
}
