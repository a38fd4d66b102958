package org.lacuna.publication.follow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.RecordChange;
import org.lacuna.publication.Tombstone;

/** The record as somebody follows it: what changed in the cases of a filter, those that left it included. */
@ApplicationScoped
public class FollowedRecord {
    private final FollowQueries queries;
    private final PublicRecord record;
    private final ObjectMapper json;

    FollowedRecord(FollowQueries queries, PublicRecord record, ObjectMapper json) {
        this.queries = queries;
        this.record = record;
        this.json = json;
    }

    /**
     * The newest changes of cases that concern a filter, and every withdrawal; the newest first.
     *
     * @param asOf only those up to the end of this day (UTC)
     */
    public List<Mark> newest(CaseFilter filter, Optional<LocalDate> asOf, int limit) {
        return asOf.map(day -> queries.newest(
                        filter,
                        record.at(asOf),
                        Optional.of(day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC)),
                        limit))
                .orElseGet(() -> queries.newest(filter, FollowQueries.LATEST, Optional.empty(), limit));
    }

    /** What a change did; empty if nothing of it is public any more, because the case was withdrawn after it. */
    public Optional<Step> step(Mark mark) {
        FollowQueries.Bodies bodies = queries.bodies(mark).orElseThrow();
        JsonNode after = tree(bodies.after());
        Optional<JsonNode> before = bodies.before().map(this::tree);
        boolean gone = after.has("gone");
        boolean goneBefore = before.filter(each -> each.has("gone")).isPresent();
        if (gone && !mark.action().equals("retracted") && !mark.action().equals("merged")) {
            return Optional.empty();
        }
        return Optional.of(new Step(
                mark.sequence(),
                mark.action(),
                mark.slug(),
                mark.recorded(),
                mark.shown(),
                before.filter(each -> !goneBefore).map(each -> read(each, PublicCase.class)),
                gone ? Optional.empty() : Optional.of(read(after, PublicCase.class)),
                gone ? Optional.of(read(after, Tombstone.class)) : Optional.empty()));
    }

    /**
     * The changes that concern a filter, in their order; whatever takes something out of the record is among them.
     *
     * @param after the last number that the follower knows
     * @param upTo the last number that is looked at
     */
    public List<RecordChange> following(CaseFilter filter, long after, long upTo, int limit) {
        return queries.following(filter, after, upTo, limit);
    }

    /** One change, whatever it is. */
    public Optional<RecordChange> change(long sequence) {
        return queries.change(sequence);
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored document does not read as JSON", broken);
        }
    }

    private <T> T read(JsonNode tree, Class<T> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored document does not read as a " + type.getSimpleName(), broken);
        }
    }
}
