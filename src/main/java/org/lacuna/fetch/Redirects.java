package org.lacuna.fetch;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;

/** Follows redirects (RFC 9110 §15.4) by our own rules: each hop is checked as if somebody had just given it to us. */
final class Redirects {
    static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private final Exits exits;
    private final AddressGuard guard;
    private final int most;

    Redirects(Exits exits, AddressGuard guard, int most) {
        this.exits = exits;
        this.guard = guard;
        this.most = most;
    }

    /** Stands before and after every request. */
    interface Gate {
        /** What must hold, and how long to wait, before a URL is asked. */
        void pass(URI checked) throws FetchFailure;

        /** The request is on its way. */
        default void sending(URI checked) {}

        /** What this host answered. */
        default void heard(URI checked, HttpResponse response) {}
    }

    /** Where the redirects ended, and what was there. */
    record Followed(URI answered, Hop.Received received) {}

    /**
     * Asks a URL and wherever it leads.
     *
     * @param validators for the first request alone: they belong to that URL
     * @param cap the most bytes of content
     * @param cut whether a longer body is cut at the cap; otherwise it is a failure
     */
    Followed follow(
            URI start, Exit exit, Optional<Validators> validators, Deadline deadline, int cap, boolean cut, Gate gate)
            throws FetchFailure {
        Hop hop = exits.hop(exit);
        Set<URI> seen = new HashSet<>();
        URI url = Urls.checked(start, guard);
        while (seen.add(url)) {
            if (seen.size() > most + 1) {
                throw tooMany("expected at most " + most + " redirects, found more");
            }
            gate.pass(url);
            Optional<Validators> condition = seen.size() == 1 ? validators : Optional.empty();
            URI asked = url;
            Hop.Received received = hop.get(url, condition, deadline, cap, cut, () -> gate.sending(asked));
            HttpResponse response = received.response();
            gate.heard(url, response);
            if (response.getCode() == HttpStatus.SC_NOT_MODIFIED && condition.isEmpty()) {
                throw new FetchFailure(
                        NoAnswer.Reason.BROKEN_ANSWER, "expected a page, found status 304, which nobody had asked for");
            }
            Header location = response.getFirstHeader("location");
            if (location == null || !STATUSES.contains(response.getCode())) {
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
