package org.lacuna.fetch;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.apache.hc.core5.http.Header;

/** Follows redirects (RFC 9110 §15.4) by our own rules: each hop is checked as if somebody had just given it to us. */
final class Redirects {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private final Hop hop;
    private final AddressGuard guard;
    private final int most;

    Redirects(Hop hop, AddressGuard guard, int most) {
        this.hop = hop;
        this.guard = guard;
        this.most = most;
    }

    /** What must hold, and how long to wait, before a URL is asked. */
    interface Gate {
        void pass(URI checked) throws FetchFailure;
    }

    /** Where the redirects ended, and what was there. */
    record Followed(URI answered, Hop.Received received) {}

    Followed follow(URI start, Deadline deadline, int cap, boolean cut, Gate gate) throws FetchFailure {
        Set<URI> seen = new HashSet<>();
        URI url = Urls.checked(start, guard);
        while (seen.add(url)) {
            if (seen.size() > most + 1) {
                throw tooMany("expected at most " + most + " redirects, found more");
            }
            gate.pass(url);
            Hop.Received received = hop.get(url, deadline, cap, cut);
            Header location = received.response().getFirstHeader("location");
            if (location == null || !STATUSES.contains(received.response().getCode())) {
                return new Followed(url, received);
            }
            url = Urls.checked(Urls.redirect(url, location.getValue() == null ? "" : location.getValue()), guard);
        }
        throw tooMany("expected redirects that lead somewhere, found a loop");
    }

    private static FetchFailure tooMany(String detail) {
        return new FetchFailure(NoAnswer.Reason.TOO_MANY_REDIRECTS, detail);
    }
}
