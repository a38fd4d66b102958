package org.lacuna.platform;

import java.net.URI;
import java.time.Duration;

/**
 * How often and where a subject's page is read.
 *
 * @param page the URL with {@code {id}} where the subject's id goes
 * @param every between two checks of one subject
 * @param atMostPerMinute how many requests a minute this platform may see from us
 */
public record FetchPlan(String page, Duration every, int atMostPerMinute) {
    /** The page of one subject; the id is percent-encoded where a path segment asks for it (RFC 3986 §2.1). */
    public URI pageOf(String id) {
        throw new IllegalStateException("written by the platform feature");
    }
}
