package org.lacuna.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.page.AskedIn;
import org.lacuna.platform.Platforms;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicDate;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.citation.Citation;
import org.lacuna.publication.citation.CitedCase;
import org.lacuna.shared.Digest;
import org.lacuna.shared.EdtfDate;

/** A case of the founding record with one observed line at its end, through the same template; only in tests. */
@Path(ObservedExample.PATH)
public class ObservedExample {
    /** Among the cases, so that it is a page in every language. */
    static final String PATH = "/cases/test/observed";

    private final PublicRecord record;
    private final Platforms platforms;
    private final AskedIn asked;

    ObservedExample(PublicRecord record, Platforms platforms, AskedIn asked) {
        this.record = record;
        this.platforms = platforms;
        this.asked = asked;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page() {
        PublicCase claimed = record.findCase("zoom-humanitarian-china-2020").orElseThrow();
        return CasePages.Templates.oneCase(
                CaseView.of(observed(claimed), platforms.find("zoom"), cite(observed(claimed)), asked.say()),
                List.of());
    }

    static PublicCase observed(PublicCase claimed) {
        ObjectMapper json = new ObjectMapper();
        EdtfDate day = EdtfDate.parse("2026-11-20/2026-11-21");
        PublicCase.Line line = new PublicCase.Line(
                "o1",
                "observation",
                new PublicDate(day, day.earliest(), day.latest()),
                "Three looks in a row found the page available.",
                List.of(),
                List.of(),
                claimed.firstRecorded().plus(Duration.ofDays(1)),
                Map.of(
                        "outcome", json.valueToTree("available"),
                        "vantages", json.valueToTree(List.of("DE/direct", "US/socks"))));
        return new PublicCase(
                claimed.slug(),
                claimed.title(),
                claimed.incident(),
                claimed.platform(),
                claimed.subject(),
                claimed.status(),
                claimed.verification(),
                claimed.restrictions(),
                Stream.concat(claimed.timeline().stream(), Stream.of(line)).toList(),
                claimed.sources(),
                claimed.conflicts(),
                Optional.of(new PublicCase.Observed(
                        "available",
                        List.of(),
                        new PublicDate(day, day.earliest(), day.latest()),
                        claimed.firstRecorded().plus(Duration.ofDays(1)),
                        List.of("DE/direct", "US/socks"))),
                claimed.firstRecorded(),
                claimed.lastChanged(),
                claimed.sequence(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    private static CiteView cite(PublicCase document) {
        Citation citation = new Citation(
                document.slug(),
                document.title(),
                document.sequence(),
                LocalDate.of(2026, 11, 22),
                Digest.of("an example"),
                Citation.permalink(URI.create("https://lacuna.example/"), document.slug(), LocalDate.of(2026, 11, 22)),
                List.of());
        return CiteView.of(new CitedCase(document, citation, true, List.of()), Optional.empty(), new ObjectMapper());
    }
}
