package org.lacuna.platform;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.lacuna.shared.Outcome;

/**
 * A page kept beside a definition, and what the definition must say about it.
 *
 * @param where file and line, for messages
 * @param page path under {@code crawlers/}
 * @param status the HTTP status it came with
 * @param says the outcome that must be read
 * @param answered the URL that answered, where a redirect matters
 * @param headers those that matter, names in lower case
 */
public record Example(
        String where, String page, int status, Outcome says, Optional<URI> answered, Map<String, String> headers) {
    public Example {
        headers = Map.copyOf(headers);
    }
}
