package org.lacuna.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lacuna.page.AsOf;
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
    private static final int AT_ONCE = 50;

    /** What names the page of each table: they are turned one by one. */
    private static final String CORRECTED = "corrected";

    private static final String WITHDRAWN = "withdrawn";
    private static final String AS_OF = "asOf";
    private static final EntryFilter CORRECTIONS = EntryFilter.read(CaseFilter.all(), Map.of("type", "correction"));

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance corrections(View view);
    }

    /**
     * Some of both tables.
     *
     * @param first address of the newest of both, if these are older ones
     * @param moreCorrected address of the next page of that table
     */
    record View(
            List<Corrected> corrected,
            Optional<String> moreCorrected,
            List<Withdrawn> withdrawn,
            Optional<String> moreWithdrawn,
            Optional<String> first,
            Optional<LocalDate> asOf) {}

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

    /**
     * Both tables, as they stand or as they stood at the end of a day (UTC).
     *
     * @throws BadRequestException for a day that is none, or a page that no link led to
     */
    @GET
    public TemplateInstance all(
            @QueryParam(CORRECTED) String corrected,
            @QueryParam(WITHDRAWN) String withdrawn,
            @QueryParam(AS_OF) String asOf) {
        Say say = asked.say();
        Optional<LocalDate> day = AsOf.read(asOf);
        Map<String, String> here = new LinkedHashMap<>();
        day.ifPresent(each -> here.put(AS_OF, each.toString()));
        String first = address(here, "");
        given(corrected).ifPresent(cursor -> here.put(CORRECTED, cursor));
        given(withdrawn).ifPresent(cursor -> here.put(WITHDRAWN, cursor));
        PublicEntries.Entries lines =
                from(CORRECTED, () -> entries.page(CORRECTIONS, EntryOrder.LATEST, day, given(corrected), AT_ONCE));
        Withdrawals.Listed out = from(WITHDRAWN, () -> withdrawals.page(day, given(withdrawn), AT_ONCE));
        return Templates.corrections(new View(
                lines.entries().stream().map(each -> Corrected.of(each, say)).toList(),
                lines.next().map(cursor -> address(here, CORRECTED, cursor)),
                out.withdrawals().stream().map(each -> Withdrawn.of(each, say)).toList(),
                out.next().map(cursor -> address(here, WITHDRAWN, cursor)),
                Optional.of(first).filter(any -> here.containsKey(CORRECTED) || here.containsKey(WITHDRAWN)),
                day));
    }

    private static Optional<String> given(String cursor) {
        return Optional.ofNullable(cursor).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static <T> T from(String name, Supplier<T> page) {
        try {
            return page.get();
        } catch (IllegalArgumentException edited) {
            throw new BadRequestException(
                    name + ": expected a page as the link “next page” names it, found another, for example "
                            + "a shortened one; leave it out to start again",
                    edited);
        }
    }

    /** The address with another page of one table; the other stays where it is. */
    private static String address(Map<String, String> here, String name, String cursor) {
        Map<String, String> other = new LinkedHashMap<>(here);
        other.put(name, cursor);
        return address(other, "#" + name);
    }

    private static String address(Map<String, String> query, String place) {
        UriBuilder address = UriBuilder.fromPath("/corrections");
        query.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.buildFromMap(query) + place;
    }
}
