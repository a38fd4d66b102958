package org.lacuna.publication;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The public case document: the same names in the API, in exports and in templates. What is shielded is not in it.
 *
 * @param title who, what kind of subject, where
 * @param incident slug of the incident it belongs to
 * @param status folded from the entries, see {@code docs/methods.md}
 * @param verification reported, corroborated, verified, disputed or retracted
 * @param sources those that a public line cites, under {@code incident/id}
 * @param observed what our crawler saw last, beside the status and never part of it
 * @param sequence number of the change that wrote this version
 * @param verificationReason why the level is what it is, in short, where an editor wrote it down for readers
 * @param splitInto slugs of cases that took entries of this one
 * @param files copies of files that a person allowed to be seen; their bytes are under {@code /files/{digest}}
 * @param captures copies of what we saw that an editor looked at; they are under {@code /captures/{digits of record}}
 */
public record PublicCase(
        String slug,
        String title,
        String incident,
        PlatformName platform,
        Subject subject,
        String status,
        String verification,
        List<Restriction> restrictions,
        List<Line> timeline,
        List<Source> sources,
        List<Conflict> conflicts,
        Optional<Observed> observed,
        Instant firstRecorded,
        Instant lastChanged,
        long sequence,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> verificationReason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> splitInto,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<File> files,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Capture> captures)
        implements PublicDocument {
    public PublicCase {
        verificationReason = Absent.none(verificationReason);
        splitInto = Absent.none(splitInto);
        files = Absent.none(files);
        captures = Absent.none(captures);
    }

    /**
     * What the public may have of a capture that {@code archived}, {@code evidence} or a rule names. Neither digest says
     * anything of the other: {@code docs/evidence.md} says what each proves.
     *
     * @param record SHA-256 of the WARC records as we keep them
     * @param copy SHA-256 of the WARC file that is offered, without what tells of us
     * @param url the one that answered
     * @param captured when, to the second
     * @param length of the offered file, in bytes
     */
    public record Capture(String record, String copy, String url, Instant captured, long length) {}

    /**
     * A copy of a file, made anew.
     *
     * @param digest SHA-256 of the copy
     * @param media its media type
     * @param length in bytes
     * @param title in an editor's words
     */
    public record File(String digest, String media, long length, String title) {}

    /** A platform as a line of text names it. */
    public record PlatformName(String id, String name) {}

    /** What is hit. {@code basedIn} is an ISO 3166 code; {@code redacted} says why name and address are not shown. */
    public record Subject(
            String kind,
            String name,
            Optional<String> url,
            Optional<String> basedIn,
            List<String> topics,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Redacted> redacted) {
        public Subject {
            redacted = Absent.none(redacted);
        }

        /** Shown as it is. */
        public Subject(String kind, String name, Optional<String> url, Optional<String> basedIn, List<String> topics) {
            this(kind, name, url, basedIn, topics, Optional.empty());
        }
    }

    /**
     * One restriction with its lifts.
     *
     * @param state in-force, partly-lifted, lifted, unknown or ended-otherwise
     * @param measure a DECISION_ word of the EU DSA Transparency Database
     * @param scope ISO 3166 codes, or worldwide alone
     * @param demandedBy government, court or company and its code or name; null where nobody is known
     * @param latencyDays to the first full lift; without one right-censored at {@code asOf}
     */
    public record Restriction(
            String id,
            String state,
            String measure,
            List<String> scope,
            Optional<Map<String, String>> demandedBy,
            PublicDate imposed,
            List<Lift> lifts,
            Latency latencyDays) {}

    /** A lift, full or in part, by one entry of the timeline. */
    public record Lift(String entry, PublicDate date, String extent, String how, Days latencyDays) {}

    /** Whole days; {@code max} is null where nothing bounds it. */
    public record Days(long min, Optional<Long> max) {}

    /**
     * Whole days from imposed to lifted.
     *
     * @param censored true while no full lift is recorded: then {@code min} is what has passed for certain
     * @param asOf the day at which it was censored
     */
    public record Latency(long min, Optional<Long> max, boolean censored, Optional<LocalDate> asOf) {}

    /**
     * One dated line of the timeline.
     *
     * @param text what happened; missing where it is redacted
     * @param own the fields that only this type of entry has, by the record's keys in camelCase
     * @param redacted why it is not shown, and whether it still counts
     */
    @JsonPropertyOrder({"id", "type", "date", "text", "sources", "disputed", "recordedAt"})
    public record Line(
            String id,
            String type,
            PublicDate date,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String text,
            List<String> sources,
            List<Disputed> disputed,
            Instant recordedAt,
            @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> own,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Redacted> redacted) {
        public Line {
            text = Absent.none(text);
            redacted = Absent.none(redacted);
        }

        /** Shown as it is. */
        public Line(
                String id,
                String type,
                PublicDate date,
                String text,
                List<String> sources,
                List<Disputed> disputed,
                Instant recordedAt,
                Map<String, JsonNode> own) {
            this(id, type, date, text, sources, disputed, recordedAt, own, Optional.empty());
        }
    }

    /** Another source gives another value for one field; shown, never parsed. */
    public record Disputed(String field, String value, List<String> sources) {}

    /** Something published, or sent to us, that a line cites; {@code archived} is the SHA-256 of our own copy's WARC records. */
    public record Source(
            String id,
            String publisher,
            String title,
            Optional<String> url,
            Optional<LocalDate> published,
            String language,
            Optional<String> archived,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Redacted> redacted) {
        public Source {
            redacted = Absent.none(redacted);
        }
    }

    /** Sources that contradict each other, side by side. */
    public record Conflict(
            String about,
            List<Value> values,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Redacted> redacted) {
        public Conflict {
            redacted = Absent.none(redacted);
        }

        /** One side, and who says so. */
        public record Value(String value, List<String> sources) {}
    }

    /**
     * What the crawler confirmed last.
     *
     * @param outcome a word of {@link org.lacuna.shared.Outcome}
     * @param scope the ISO 3166 codes of the countries it is withheld from, where it is seen from others; else empty
     * @param changed between the last look that showed it otherwise and the first that showed it so
     * @param confirmed when enough agreeing observations were in
     * @param vantages where it was seen from
     */
    public record Observed(
            String outcome, List<String> scope, PublicDate changed, Instant confirmed, List<String> vantages) {
        public Observed {
            // documents that were written before there were scopes have none
            scope = scope == null ? List.of() : List.copyOf(scope);
        }
    }
}
