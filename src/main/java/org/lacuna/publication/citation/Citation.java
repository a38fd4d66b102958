package org.lacuna.publication.citation;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.lacuna.publication.PublicCase;
import org.lacuna.shared.Digest;

/**
 * One version of a case, as it is cited.
 *
 * @param slug of the case
 * @param title who, what kind of subject, where
 * @param version number of the change that wrote it
 * @param day on which it was written (UTC)
 * @param digest of its document
 * @param permalink the case as it stood at the end of that day
 * @param since what was corrected after it
 */
public record Citation(
        String slug, String title, long version, LocalDate day, Digest digest, URI permalink, List<Correction> since) {
    /** Who publishes it. */
    static final String PUBLISHER = "Lacuna";

    public Citation {
        since = List.copyOf(since);
    }

    static Citation of(PublicCase document, Digest digest, URI root, List<Correction> since) {
        LocalDate day = document.lastChanged().atOffset(ZoneOffset.UTC).toLocalDate();
        return new Citation(
                document.slug(),
                document.title(),
                document.sequence(),
                day,
                digest,
                permalink(root, document.slug(), day),
                since);
    }

    /**
     * The address that is to be cited (RFC 8574): whoever reads the same version gets the same one. Of two versions of
     * one day it shows the later; the version's number tells them apart.
     *
     * @param root of all addresses, with a slash at its end
     * @param day on which the version was written (UTC)
     */
    public static URI permalink(URI root, String slug, LocalDate day) {
        return root.resolve("cases/" + slug + "?asOf=" + day);
    }

    /** What was corrected since, in one sentence; empty if nothing was. */
    String notes() {
        return since.isEmpty()
                ? ""
                : "Since this version: "
                        + String.join(
                                "; ",
                                since.stream()
                                        .map(each -> each.on() + ", " + each.words())
                                        .toList())
                        + ".";
    }
}
