package org.lacuna.platform;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a subject is recognised in one of the platform's URLs.
 *
 * @param kind the kind of subject: account, page, post, video, meeting, app, channel, group or search-term
 * @param id a pattern searched for in the URL; its first group is the subject's id
 */
public record SubjectPattern(String kind, Pattern id) {
    private static final Set<String> KINDS =
            Set.of("account", "page", "post", "video", "meeting", "app", "channel", "group", "search-term");

    public SubjectPattern {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("expected a kind of subject " + KINDS + ", found '" + kind + "'");
        }
        if (id.matcher("").groupCount() < 1) {
            throw new IllegalArgumentException("expected a group ( ) around the id, found '" + id + "'");
        }
    }

    /** The subject of this URL, its id without percent-encoding; empty if the pattern does not fit in good time. */
    Optional<Recognised.Subject> in(URI url) {
        try {
            Matcher matcher = BoundedMatch.of(id, url.toString());
            return matcher.find() && matcher.group(1) != null
                    ? Optional.of(new Recognised.Subject(kind, decoded(matcher.group(1))))
                    : Optional.empty();
        } catch (PatternTooSlow | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String id) {
        return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
