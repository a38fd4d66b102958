package org.lacuna.api.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lacuna.api.access.Reader;
import org.lacuna.fetch.GuardedFetcher;
import org.lacuna.publication.CaseFilter;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Seal;

/** What somebody can do with a subscription. Of the token that gives the right to it only a digest is kept. */
@ApplicationScoped
class Subscriptions {
    /** By it the gate in front of the API tells a token from a key. */
    static final String TOKEN_PREFIX = "whtok_";

    private static final int TOKEN_BYTES = 32;

    private final HookQueries queries;
    private final SignUps signUps;
    private final Secrets secrets;
    private final GuardedFetcher fetcher;
    private final HookSettings settings;
    private final Database database;

    Subscriptions(
            HookQueries queries,
            SignUps signUps,
            Secrets secrets,
            GuardedFetcher fetcher,
            HookSettings settings,
            Database database) {
        this.queries = queries;
        this.signUps = signUps;
        this.secrets = secrets;
        this.fetcher = fetcher;
        this.settings = settings;
        this.database = database;
    }

    /** A new subscription, with what is told only once. */
    record Signed(Hook hook, String token, String secret) {}

    /**
     * Subscribes a URL. Nothing is sent there before its server has said that it wants it.
     *
     * @param after the last change that the subscriber knows; empty for the last there is
     * @param by whoever asks for it
     * @throws org.lacuna.publication.WrongParameter for a URL that is never asked, or a change that there is not
     * @throws TooManyHooks if there is no room
     */
    @Transactional
    Signed add(URI url, CaseFilter filter, Optional<Long> after, URI site, Reader by) {
        check(url);
        long cursor = after.map(this::known).orElseGet(queries::last);
        database.lock("webhook sign-ups");
        checkRoom(url.getHost());
        UUID id = UUID.randomUUID();
        waitsFor(id, by);
        queries.forgetRefused(settings.mostRefused());
        String token =
                TOKEN_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(Seal.randomBytes(TOKEN_BYTES));
        byte[] secret = Signature.newSecret();
        queries.add(id, url, filter, site, digest(token), secrets.close(id, secret), cursor, settings.askAfter());
        return new Signed(queries.find(id).orElseThrow(), token, Signature.written(secret));
    }

    /** Whether a token gives the right to a subscription; empty if there is no such subscription. */
    Optional<Boolean> opens(UUID id, String token) {
        return queries.token(id).map(known -> MessageDigest.isEqual(known, digest(token)));
    }

    Optional<Hook> find(UUID id) {
        return queries.find(id);
    }

    @Transactional
    void remove(UUID id) {
        queries.remove(id);
    }

    @Transactional
    void narrow(UUID id, CaseFilter filter) {
        queries.narrow(id, filter);
    }

    /** Another target: it is asked first, like a new one. */
    @Transactional
    void move(UUID id, URI url, Reader by) {
        check(url);
        database.lock("webhook sign-ups");
        if (!queries.find(id).orElseThrow().url().getHost().equals(url.getHost())) {
            checkRoom(url.getHost());
        }
        waitsFor(id, by);
        queries.move(id, url);
        queries.turn(id, HookState.UNVERIFIED, settings.askAfter());
    }

    @Transactional
    void pause(UUID id) {
        queries.turn(id, HookState.PAUSED, Duration.ZERO);
    }

    /** Goes on with one that was paused; one whose target has not said yes, or took nothing any more, is asked first. */
    @Transactional
    void resume(UUID id, Reader by) {
        database.lock("webhook sign-ups");
        Hook hook = queries.find(id).orElseThrow();
        if (hook.state() == HookState.PAUSED && hook.verified().isPresent()) {
            queries.turn(id, HookState.ACTIVE, Duration.ZERO);
        } else if (hook.state() != HookState.ACTIVE) {
            waitsFor(id, by);
            queries.turn(id, HookState.UNVERIFIED, Duration.ZERO);
        }
    }

    /** Makes a new secret; the one before signs too for a while. */
    @Transactional
    String rotate(UUID id) {
        byte[] secret = Signature.newSecret();
        queries.rotate(id, secrets.close(id, secret), settings.oldSecret());
        return Signature.written(secret);
    }

    /** Sends everything after a change again, under the same ids. */
    @Transactional
    void replay(UUID id, long after) {
        queries.replay(id, known(after));
    }

    private long known(long after) {
        long last = queries.last();
        if (after < 0 || after > last) {
            throw Wish.AFTER.wrong("the number of a change from 0 to " + last, String.valueOf(after));
        }
        return after;
    }

    private void check(URI url) {
        if (url.toString().length() > Wish.LONGEST_URL) {
            throw Wish.URL.wrong(
                    "at most " + Wish.LONGEST_URL + " characters",
                    String.valueOf(url.toString().length()));
        }
        fetcher.objection(url).ifPresent(why -> {
            throw Wish.URL.wrong(why.expected(), why.found());
        });
        if (!settings.plainHttp() && !url.getScheme().equalsIgnoreCase("https")) {
            throw Wish.URL.wrong("a URL that starts with https://", "http:");
        }
    }

    /** A place among those that wait for a yes, which are few: for whoever does not have several of them already. */
    private void waitsFor(UUID id, Reader by) {
        Set<UUID> waiting = queries.waiting();
        if (waiting.size() >= settings.mostUnverified() && !waiting.contains(id)) {
            throw TooManyHooks.forAMinute(
                    "Too many subscriptions wait for the answer of their hosts at this moment: expected at most "
                            + settings.mostUnverified() + ". Please try again in a minute.");
        }
        signUps.take(id, by, waiting);
    }

    private void checkRoom(String host) {
        HookQueries.Count count = queries.count(host);
        if (count.all() >= settings.most()) {
            throw TooManyHooks.forAnHour("There is no room for more subscriptions: expected at most " + settings.most()
                    + ". Please try again later.");
        }
        if (count.there() >= settings.mostAtOneHost()
                || count.unverifiedThere() >= settings.mostUnverifiedAtOneHost()) {
            throw TooManyHooks.forAnHour("There are too many subscriptions to this host, or too many that wait for its"
                    + " answer: expected at most " + settings.mostAtOneHost() + " and "
                    + settings.mostUnverifiedAtOneHost() + ". Delete some, or try again in an hour.");
        }
    }

    private static byte[] digest(String token) {
        return HexFormat.of()
                .parseHex(Digest.of(token.getBytes(StandardCharsets.UTF_8)).hex());
    }
}
