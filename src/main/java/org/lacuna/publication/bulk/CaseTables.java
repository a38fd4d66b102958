package org.lacuna.publication.bulk;

import static org.lacuna.publication.bulk.Columns.count;
import static org.lacuna.publication.bulk.Columns.distinct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/** The tables of cases and of their restrictions. */
final class CaseTables {
    private CaseTables() {}

    static Table cases() {
        return new Table(
                "cases",
                "Cases",
                "One subject on one platform. The NDJSON lines are the public documents themselves, byte for byte.",
                caseColumns().list(),
                List.of("slug"),
                document -> List.of(document));
    }

    static Table restrictions() {
        return Table.of(
                "restrictions",
                "Restrictions",
                "What a platform did to a subject, with its state and latency folded from the timeline.",
                restrictionColumns().list(),
                List.of("case", "id"),
                "restrictions");
    }

    private static Columns caseColumns() {
        return new Columns()
                .of("slug", Kind.WORD, "slug", "Name of the case in addresses; never changes")
                .of("title", Kind.TEXT, "title", "Who, what kind of subject, where")
                .of("incident", Kind.WORD, "incident", "Slug of the incident it belongs to")
                .of("platform", Kind.WORD, "platform/id", "Id of the platform")
                .of("platform_name", Kind.TEXT, "platform/name", "Name of the platform")
                .of("subject_kind", Kind.WORD, "subject/kind", "account, page, post, video, meeting, app and so on")
                .of("subject_name", Kind.TEXT, "subject/name", "Who or what was hit")
                .of("subject_url", Kind.TEXT, "subject/url", "Its address on the platform")
                .of("subject_based_in", Kind.WORD, "subject/basedIn", "ISO 3166 code of where the subject is based")
                .of("subject_topics", Kind.LIST, "subject/topics", "Topics")
                .of("subject_redacted", Kind.JSON, "subject/redacted", "Why name and address are not shown")
                .of("status", Kind.WORD, "status", "Folded from the timeline, never typed in; see /api/v1/vocabulary")
                .of("verification", Kind.WORD, "verification", "How well it is known; see /api/v1/vocabulary")
                .of("verification_reason", Kind.TEXT, "verificationReason", "Why, where an editor wrote it for readers")
                .add(
                        "measures",
                        Kind.LIST,
                        row -> distinct(row.item().path("restrictions"), one -> List.of(one.path("measure"))),
                        "What the platform did, in words of the EU DSA Transparency Database")
                .add(
                        "scope",
                        Kind.LIST,
                        row -> distinct(row.item().path("restrictions"), one -> one.path("scope")),
                        "ISO 3166 codes of the countries concerned, or worldwide")
                .add(
                        "demanded_by",
                        Kind.LIST,
                        row -> distinct(
                                row.item().path("restrictions"),
                                one -> List.of(one.path("demandedBy").path("government"))),
                        "ISO 3166 codes of governments that demanded it")
                .add(
                        "imposed_earliest",
                        Kind.DAY,
                        row -> bound(row.item().path("restrictions"), "earliest", true),
                        "The first day on which a restriction can have begun; empty if none bounds it")
                .add(
                        "imposed_latest",
                        Kind.DAY,
                        row -> bound(row.item().path("restrictions"), "latest", false),
                        "The last day on which a restriction can have begun; empty if none bounds it")
                .add("restriction_count", Kind.INTEGER, row -> count(row.item().path("restrictions")), "Restrictions")
                .add("entry_count", Kind.INTEGER, row -> count(row.item().path("timeline")), "Lines of the timeline")
                .add(
                        "conflict_count",
                        Kind.INTEGER,
                        row -> count(row.item().path("conflicts")),
                        "Contradictions of sources")
                .of(
                        "observed_outcome",
                        Kind.WORD,
                        "observed/outcome",
                        "What our crawler confirmed last; not part of the status")
                .of("observed_confirmed", Kind.MOMENT, "observed/confirmed", "When it was confirmed")
                .of("split_into", Kind.LIST, "splitInto", "Slugs of cases that took entries of this one")
                .of("first_recorded", Kind.MOMENT, "firstRecorded", "When its first public line was recorded")
                .of("last_changed", Kind.MOMENT, "lastChanged", "When this version was written")
                .of("sequence", Kind.INTEGER, "sequence", "Number of the change that wrote this version");
    }

    private static Columns restrictionColumns() {
        return Columns.ofCase()
                .of("id", Kind.WORD, "id", "Id of the restriction and of the line that began it, within its case")
                .of("state", Kind.WORD, "state", "in-force, partly-lifted, lifted, unknown or ended-otherwise")
                .of(
                        "measure",
                        Kind.WORD,
                        "measure",
                        "What the platform did, in words of the EU DSA Transparency Database")
                .of("scope", Kind.LIST, "scope", "ISO 3166 codes of the countries concerned, or worldwide")
                .demandedBy()
                .date("imposed", "imposed", "When it began")
                .add("lift_count", Kind.INTEGER, row -> count(row.item().path("lifts")), "Lifts, in full or in part")
                .add(
                        "lifted",
                        Kind.WORD,
                        row -> lifted(row).path("edtf"),
                        "When it was first lifted in full, as given (EDTF)")
                .add(
                        "lifted_earliest",
                        Kind.DAY,
                        row -> lifted(row).path("earliest"),
                        "The first day that this can mean")
                .add("lifted_latest", Kind.DAY, row -> lifted(row).path("latest"), "The last day that this can mean")
                .of("latency_min_days", Kind.INTEGER, "latencyDays/min", "Least days from imposed to lifted in full")
                .of("latency_max_days", Kind.INTEGER, "latencyDays/max", "Most days; empty if nothing bounds them")
                .of(
                        "latency_censored",
                        Kind.FLAG,
                        "latencyDays/censored",
                        "Whether no full lift is recorded (right-censored)")
                .of("latency_as_of", Kind.DAY, "latencyDays/asOf", "The day at which it was censored");
    }

    /** The date of the first full lift. */
    static JsonNode lifted(Row row) {
        for (JsonNode lift : row.item().path("lifts")) {
            if (lift.path("extent").asText().equals("full")) {
                return lift.path("date");
            }
        }
        return MissingNode.getInstance();
    }

    /** A bound that holds for all of them; one without a bound leaves none. Days in ISO 8601 sort as text. */
    private static JsonNode bound(JsonNode restrictions, String which, boolean least) {
        Optional<String> best = Optional.empty();
        for (JsonNode each : restrictions) {
            JsonNode day = each.path("imposed").path(which);
            if (!day.isTextual()) {
                return MissingNode.getInstance();
            }
            String text = day.textValue();
            if (best.isEmpty() || least == text.compareTo(best.get()) < 0) {
                best = Optional.of(text);
            }
        }
        return best.<JsonNode>map(TextNode::valueOf).orElse(MissingNode.getInstance());
    }
}
