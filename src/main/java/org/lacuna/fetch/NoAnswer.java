package org.lacuna.fetch;

import java.net.URI;
import java.time.Instant;
import org.lacuna.shared.Word;

/**
 * No usable HTTP answer.
 *
 * @param asked the URL that was asked for
 * @param at when we gave up
 * @param reason why, in a closed vocabulary
 * @param detail one sentence for a person: what was expected, what was found
 */
public record NoAnswer(URI asked, Instant at, Reason reason, String detail) implements Fetched, Posted {
    /** Why there was no answer. */
    public enum Reason implements Word {
        /** The URL is not one we may fetch: its scheme, port or user part. */
        REFUSED_URL,
        /** A name or a redirect led to an address that is not public. */
        REFUSED_ADDRESS,
        /** robots.txt asks us to stay away (RFC 9309). */
        REFUSED_BY_ROBOTS,
        /** The host said lately that it wants to be left alone for a while (RFC 9110 §10.2.3); nothing was asked. */
        ASKED_TO_WAIT,
        /** The proxy could not be reached or did not connect us: it says nothing about the subject. */
        PROXY_FAILED,
        /** The name does not resolve. */
        UNKNOWN_HOST,
        /** No connection, a broken TLS handshake, or one that ended early. */
        CONNECTION_FAILED,
        /** Too slow, in all or in part. */
        TIMED_OUT,
        /** More redirects than allowed, or a loop. */
        TOO_MANY_REDIRECTS,
        /** The body, or what it unpacks to, is larger than the cap. */
        TOO_LARGE,
        /** Bytes that are not HTTP; or, where a browser was asked for a page, a download. */
        BROKEN_ANSWER,
        /** The page needs a browser, and this machine has none that we can start. */
        BROWSER_MISSING,
        /** The browser did not start, or broke down. */
        BROWSER_FAILED
    }
}
