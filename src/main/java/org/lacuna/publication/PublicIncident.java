package org.lacuna.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The public incident document: cases that belong together, each with its own status.
 *
 * @param cases in the order of the record; only public ones
 * @param sources those that a public line of any of its cases cites
 * @param redacted why title and summary are not shown
 */
public record PublicIncident(
        String slug,
        String title,
        String summary,
        List<CaseLine> cases,
        List<PublicCase.Source> sources,
        Instant firstRecorded,
        Instant lastChanged,
        long sequence,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Redacted> redacted)
        implements PublicDocument {
    public PublicIncident {
        redacted = Absent.none(redacted);
    }

    /** The words by which its cases are found too; empty where they are not shown. */
    String about() {
        return redacted.isPresent() ? "" : title + " " + summary;
    }

    /** One case in short. */
    public record CaseLine(
            String slug,
            String title,
            PublicCase.PlatformName platform,
            PublicCase.Subject subject,
            String status,
            String verification,
            List<PublicCase.Restriction> restrictions) {
        /** Of a case's document. */
        public static CaseLine of(PublicCase each) {
            return new CaseLine(
                    each.slug(),
                    each.title(),
                    each.platform(),
                    each.subject(),
                    each.status(),
                    each.verification(),
                    each.restrictions());
        }
    }
}
