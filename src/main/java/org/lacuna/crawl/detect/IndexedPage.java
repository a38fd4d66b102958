package org.lacuna.crawl.detect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One line of an index: a page kept on disk, and what a person found out about it.
 *
 * @param line where it stands in the index, from 1
 * @param file its path as the index writes it
 * @param path where it is
 * @param platform the id of a definition, or any other name
 * @param truth the outcome that a person saw, as written
 * @param accept the outcomes that an honest reader may say, as written; never empty
 * @param url what was asked for, as written; may be empty, and need not be a URL
 * @param status the HTTP status; {@link org.lacuna.platform.StatusIs#UNKNOWN} where none was noted
 * @param headers that came with the page, names in lower case
 * @param problems what the line says that could not be understood, each a sentence without its end
 */
public record IndexedPage(
        long line,
        String file,
        Path path,
        String platform,
        String truth,
        Set<String> accept,
        String url,
        int status,
        Map<String, List<String>> headers,
        List<String> problems) {
    public IndexedPage {
        accept = Set.copyOf(accept);
        headers = Map.copyOf(headers);
        problems = List.copyOf(problems);
        if (accept.isEmpty()) {
            throw new IllegalArgumentException("expected at least one outcome to accept, found none");
        }
    }
}
