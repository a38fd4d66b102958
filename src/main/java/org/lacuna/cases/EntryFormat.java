package org.lacuna.cases;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Digest;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.Fields;
import org.lacuna.shared.Outcome;

/** Reads entries: from a file of the record, and from the columns in which the same facts are stored. */
final class EntryFormat {
    private EntryFormat() {}

    /** One entry of a file. */
    static Entry read(Fields fields) {
        return fields.build(() -> of(fields.text("type"), head(fields), fields));
    }

    private static Head head(Fields fields) {
        return new Head(
                fields.text("id"),
                fields.as("date", EdtfDate::parse),
                fields.text("text"),
                fields.texts("sources"),
                disputed(fields.maps("disputed")),
                fields.maybeAs("recorded", EntryFormat::instant));
    }

    /**
     * The entry of this type with this head and these own fields.
     *
     * @throws org.lacuna.shared.InvalidFile for an unknown type or key, or a value that the type refuses
     */
    static Entry own(String type, Head head, Fields fields) {
        return fields.build(() -> of(type, head, fields));
    }

    private static Entry of(String type, Head head, Fields fields) {
        return switch (type) {
            case Context.TYPE -> new Context(head);
            case Testimony.TYPE -> new Testimony(head);
            case RestrictionImposed.TYPE ->
                new RestrictionImposed(
                        head,
                        fields.text("measure"),
                        new Scope(fields.texts("scope")),
                        fields.map("demandedBy")
                                .map(Fields::only)
                                .map(by -> new DemandedBy(by.getKey(), by.getValue())),
                        fields.maybe("fate"),
                        Rule.in(fields));
            case RestrictionChanged.TYPE ->
                new RestrictionChanged(
                        head,
                        fields.text("changes"),
                        fields.maybe("measure"),
                        fields.has("scope") ? Optional.of(new Scope(fields.texts("scope"))) : Optional.empty(),
                        Rule.in(fields));
            case RestrictionLifted.TYPE ->
                new RestrictionLifted(head, fields.texts("lifts"), fields.text("extent"), fields.text("how"));
            case Statement.TYPE ->
                new Statement(
                        head, fields.text("by"), fields.maybe("explanation"), Rule.in(fields), fields.maybe("channel"));
            case Appeal.TYPE -> new Appeal(head, fields.text("stage"));
            case Pressure.TYPE -> new Pressure(head, fields.text("kind"), fields.flag("shielded"));
            case Correction.TYPE -> new Correction(head, fields.text("corrects"));
            case Observed.TYPE ->
                new Observed(
                        head,
                        fields.as("outcome", Outcome::of),
                        fields.texts("scope"),
                        fields.texts("vantages"),
                        fields.maybeAs("firstSeenGone", EntryFormat::instant),
                        fields.maybeAs("lastSeenAvailable", EntryFormat::instant),
                        fields.texts("evidence").stream().map(Digest::parse).toList());
            default -> throw fields.wrongAt("type", "expected a type of entry, found '" + type + "'");
        };
    }

    static List<Head.Disputed> disputed(List<Fields> list) {
        return list.stream()
                .map(fields -> fields.build(
                        () -> new Head.Disputed(fields.text("field"), fields.text("value"), fields.texts("sources"))))
                .toList();
    }

    static List<Conflict.Value> sides(List<Fields> list) {
        return list.stream()
                .map(fields -> fields.build(() -> new Conflict.Value(fields.text("value"), fields.texts("sources"))))
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
}
