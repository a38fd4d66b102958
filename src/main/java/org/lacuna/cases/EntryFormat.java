package org.lacuna.cases;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.shared.Digest;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.Fields;
import org.lacuna.shared.Outcome;

/** Reads entries: from a file of the record, and from the columns in which the same facts are stored. */
final class EntryFormat {
    private static final Set<String> COMMON = Set.of("type", "id", "date", "text", "sources", "disputed", "recorded");

    private EntryFormat() {}

    /** One entry of a file. */
    static Entry read(Fields fields) {
        Head head = fields.build(() -> new Head(
                fields.text("id"),
                fields.as("date", EdtfDate::parse),
                fields.text("text"),
                fields.texts("sources"),
                disputed(fields.maps("disputed")),
                fields.maybeAs("recorded", EntryFormat::instant)));
        return own(fields.text("type"), head, fields);
    }

    /**
     * The entry of this type with this head and these own fields.
     *
     * @throws org.lacuna.shared.InvalidFile for an unknown type or key, or a value that the type refuses
     */
    static Entry own(String type, Head head, Fields fields) {
        return fields.build(() -> switch (type) {
            case Context.TYPE -> new Context(checked(head, fields));
            case Testimony.TYPE -> new Testimony(checked(head, fields));
            case RestrictionImposed.TYPE ->
                new RestrictionImposed(
                        checked(head, fields, "measure", "scope", "demandedBy", "fate"),
                        fields.text("measure"),
                        new Scope(fields.texts("scope")),
                        fields.map("demandedBy")
                                .map(Fields::only)
                                .map(by -> new DemandedBy(by.getKey(), by.getValue())),
                        fields.maybe("fate"));
            case RestrictionChanged.TYPE ->
                new RestrictionChanged(
                        checked(head, fields, "changes", "measure", "scope"),
                        fields.text("changes"),
                        fields.maybe("measure"),
                        fields.has("scope") ? Optional.of(new Scope(fields.texts("scope"))) : Optional.empty());
            case RestrictionLifted.TYPE ->
                new RestrictionLifted(
                        checked(head, fields, "lifts", "extent", "how"),
                        fields.texts("lifts"),
                        fields.text("extent"),
                        fields.text("how"));
            case Statement.TYPE ->
                new Statement(
                        checked(head, fields, "by", "explanation"), fields.text("by"), fields.maybe("explanation"));
            case Appeal.TYPE -> new Appeal(checked(head, fields, "stage"), fields.text("stage"));
            case Pressure.TYPE ->
                new Pressure(checked(head, fields, "kind", "shielded"), fields.text("kind"), fields.flag("shielded"));
            case Correction.TYPE -> new Correction(checked(head, fields, "corrects"), fields.text("corrects"));
            case Observed.TYPE ->
                new Observed(
                        checked(head, fields, "outcome", "vantages", "firstSeenGone", "lastSeenAvailable", "evidence"),
                        fields.as("outcome", Outcome::of),
                        fields.texts("vantages"),
                        fields.maybeAs("firstSeenGone", EntryFormat::instant),
                        fields.maybeAs("lastSeenAvailable", EntryFormat::instant),
                        fields.texts("evidence").stream().map(Digest::parse).toList());
            default -> throw fields.wrong("type", "expected a type of entry, found '" + type + "'");
        });
    }

    static List<Head.Disputed> disputed(List<Fields> list) {
        return list.stream()
                .map(fields -> fields.allow(Set.of("field", "value", "sources"))
                        .build(() ->
                                new Head.Disputed(fields.text("field"), fields.text("value"), fields.texts("sources"))))
                .toList();
    }

    static List<Conflict.Value> sides(List<Fields> list) {
        return list.stream()
                .map(fields -> fields.allow(Set.of("value", "sources"))
                        .build(() -> new Conflict.Value(fields.text("value"), fields.texts("sources"))))
                .toList();
    }

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException other) {
            throw new IllegalArgumentException(
                    "expected a moment such as 2020-06-11T08:00:00Z, found '" + text + "'", other);
        }
    }

    private static Head checked(Head head, Fields fields, String... own) {
        fields.allow(Stream.concat(COMMON.stream(), Stream.of(own)).collect(Collectors.toSet()));
        return head;
    }
}
