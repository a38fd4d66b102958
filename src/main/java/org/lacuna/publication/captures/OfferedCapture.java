package org.lacuna.publication.captures;

import java.time.Instant;
import org.lacuna.shared.Digest;

/**
 * A capture whose copy anybody may have.
 *
 * @param record SHA-256 of the WARC records as we keep them; the name of the capture everywhere
 * @param copy SHA-256 of the WARC file that is offered
 * @param asked the URL that was asked for
 * @param url the URL that answered
 * @param captured when the answer was complete, to the second
 * @param published when an editor published the copy
 * @param length of the file, in bytes
 */
public record OfferedCapture(
        Digest record, Digest copy, String asked, String url, Instant captured, Instant published, long length) {
    /** Where the page about it is. */
    public String path() {
        return "/captures/" + record.hex();
    }

    /** Where what it shows is: its Memento (RFC 7089 §2.2). */
    public String memento() {
        return path() + "/page";
    }
}
