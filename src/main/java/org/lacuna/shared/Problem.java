package org.lacuna.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * An error as told to whoever asked (RFC 9457, problem details).
 *
 * @param type a URI reference that names the kind of problem; {@code about:blank} where the status says it all
 * @param title the kind of problem in a few words, the same each time
 * @param status the HTTP status code
 * @param detail what was expected, what was found and what to do
 * @param parameter the query parameter that could not be read (an extension, §3.2, as are the next two)
 * @param expected what it should have been
 * @param example a value that would do
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> parameter,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> expected,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> example) {
    /** The detail where all is said with the status “not found”. */
    public static final String NOTHING_HERE = "There is nothing at this address.";

    /** A problem that no parameter is the reason of. */
    public Problem(String type, String title, int status, String detail) {
        this(type, title, status, detail, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
