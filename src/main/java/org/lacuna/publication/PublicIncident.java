package org.lacuna.publication;

import java.time.Instant;
import java.util.List;

/**
 * The public incident document: cases that belong together, each with its own status.
 *
 * @param cases in the order of the record; only public ones
 * @param sources those that a public line of any of its cases cites
 */
public record PublicIncident(
        String slug,
        String title,
        String summary,
        List<CaseLine> cases,
        List<PublicCase.Source> sources,
        Instant firstRecorded,
        Instant lastChanged,
        long sequence)
        implements PublicDocument {

    /** One case in short. */
    public record CaseLine(
            String slug,
            String title,
            PublicCase.PlatformName platform,
            PublicCase.Subject subject,
            String status,
            String verification,
            List<PublicCase.Restriction> restrictions) {
        static CaseLine of(PublicCase each) {
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
