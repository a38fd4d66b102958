package org.lacuna.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.page.AskedIn;
import org.lacuna.page.Dates;
import org.lacuna.page.Say;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.EntryFilter;
import org.lacuna.publication.EntryOrder;
import org.lacuna.publication.PublicEntries;
import org.lacuna.publication.Withdrawals;
import org.lacuna.publication.Withdrawals.Withdrawal;
import org.lacuna.shared.EdtfDate;

/** What was corrected, and what was taken out. */
@Path("/corrections")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CorrectionPages {
    private static final int MOST = 100;
    private static final EntryFilter CORRECTIONS = EntryFilter.read(CaseFilter.all(), Map.of("type", "correction"));

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance corrections(List<Corrected> corrected, List<Withdrawn> withdrawn);
    }

    /** A line that puts another right. */
    record Corrected(String address, String platform, String when, String text) {
        static Corrected of(JsonNode entry, Say say) {
            JsonNode line = entry.path("entry");
            return new Corrected(
                    "/cases/" + entry.path("case").asText() + "#"
                            + line.path("id").asText(),
                    entry.path("platform").path("name").asText(),
                    new Dates(say)
                            .words(EdtfDate.parse(line.path("date").path("edtf").asText())),
                    line.path("text").asText());
        }
    }

    /** Something that was taken out or moved. */
    record Withdrawn(Withdrawal change, String words) {
        static Withdrawn of(Withdrawal change, Say say) {
            return new Withdrawn(change, say.word("withdrawal", change.action()));
        }

        public String address() {
            return "/" + change.kind() + "s/" + change.slug();
        }
    }

    private final PublicEntries entries;
    private final Withdrawals withdrawals;
    private final AskedIn asked;

    CorrectionPages(PublicEntries entries, Withdrawals withdrawals, AskedIn asked) {
        this.asked = asked;
        this.entries = entries;
        this.withdrawals = withdrawals;
    }

    @GET
    public TemplateInstance all() {
        Say say = asked.say();
        return Templates.corrections(
                entries
                        .page(CORRECTIONS, EntryOrder.LATEST, Optional.empty(), Optional.empty(), MOST)
                        .entries()
                        .stream()
                        .map(each -> Corrected.of(each, say))
                        .toList(),
                withdrawals.newest(MOST).stream()
                        .map(each -> Withdrawn.of(each, say))
                        .toList());
    }
}
