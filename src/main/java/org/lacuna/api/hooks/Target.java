package org.lacuna.api.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.fetch.GuardedFetcher;
import org.lacuna.fetch.Message;
import org.lacuna.fetch.NoAnswer;
import org.lacuna.fetch.Posted;
import org.lacuna.fetch.Receipt;

/** Sends one signed message to somebody's server, through the guard of {@code fetch}. */
@ApplicationScoped
class Target {
    /** Why nothing was sent: no connection was tried. */
    static final String NOWHERE = "no public address";

    private static final int GONE = 410;

    private final GuardedFetcher fetcher;
    private final HookSettings settings;
    private final Clock clock;

    Target(GuardedFetcher fetcher, HookSettings settings, Clock clock) {
        this.fetcher = fetcher;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What the server did.
     *
     * @param why empty if it took the message; else in few words, from which nothing about our own network can be learned
     * @param pause how long it asks to be left alone
     * @param body the beginning of what it said
     */
    record Outcome(Optional<String> why, boolean gone, Duration pause, byte[] body) {
        boolean taken() {
            return why.isEmpty();
        }
    }

    /** @param read the most bytes of the answer that are read */
    Outcome send(URI url, HookMessage message, List<byte[]> secrets, int read) {
        long timestamp = clock.instant().getEpochSecond();
        Posted posted = fetcher.post(new Message(
                url,
                Map.of(
                        "webhook-id", message.id(),
                        "webhook-timestamp", String.valueOf(timestamp),
                        "webhook-signature", Signature.header(secrets, message.id(), timestamp, message.body())),
                message.body(),
                settings.patience(),
                read));
        if (posted instanceof Receipt receipt) {
            return new Outcome(
                    receipt.accepted() ? Optional.empty() : Optional.of("status " + receipt.status()),
                    receipt.status() == GONE,
                    receipt.pause().orElse(Duration.ZERO),
                    receipt.start());
        }
        return new Outcome(Optional.of(words(((NoAnswer) posted).reason())), false, Duration.ZERO, new byte[0]);
    }

    /** A name that leads inside and one that leads nowhere are told alike: our resolver may know names that nobody else should. */
    private static String words(NoAnswer.Reason reason) {
        return switch (reason) {
            case REFUSED_ADDRESS, UNKNOWN_HOST -> NOWHERE;
            case REFUSED_URL -> "no address of the web";
            case TIMED_OUT -> "no answer in time";
            case TOO_LARGE, BROKEN_ANSWER -> "no answer in HTTP";
            default -> "no connection";
        };
    }
}
