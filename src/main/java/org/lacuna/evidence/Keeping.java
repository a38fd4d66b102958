package org.lacuna.evidence;

import java.util.Optional;
import org.lacuna.fetch.Answer;
import org.lacuna.shared.Digest;

/**
 * An exchange to keep.
 *
 * @param unchanged the kept exchange whose body this one repeats: because the server said so (status 304, RFC 9110
 *     §15.4.5), or because the body as sent is the same byte by byte. A claim of the second kind that does not hold is
 *     no error; the exchange is then kept in full.
 */
public record Keeping(Answer answer, Optional<Digest> unchanged) {
    /** An exchange to keep in full. */
    public static Keeping whole(Answer answer) {
        return new Keeping(answer, Optional.empty());
    }
}
