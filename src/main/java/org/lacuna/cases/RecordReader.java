package org.lacuna.cases;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Fields;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;

/**
 * Reads one incident from a file of the record, strictly: an unknown key, a source that is not in the file or a date
 * that cannot be ends in an {@link InvalidFile} with file, line and remedy.
 */
final class RecordReader {
    private final Predicate<String> knownPlatform;

    /** @param knownPlatform whether there is a definition with this id */
    RecordReader(Predicate<String> knownPlatform) {
        this.knownPlatform = knownPlatform;
    }

    Incident read(String file, String yaml) {
        Fields top = Fields.ofYaml(file, yaml);
        List<Source> sources =
                top.maps("sources").stream().map(RecordReader::source).toList();
        Set<String> ids = new HashSet<>();
        for (Fields source : top.maps("sources")) {
            if (!ids.add(source.text("id"))) {
                throw source.wrongAt("id", "expected each source once, found '" + source.text("id") + "' again");
            }
        }
        List<Case> cases =
                top.maps("cases").stream().map(fields -> oneCase(fields, ids)).toList();
        if (cases.isEmpty()) {
            throw top.wrongAt("cases", "expected at least one case, found none");
        }
        Marks.read(top);
        return top.build(
                () -> new Incident(top.text("incident"), top.text("title"), top.text("summary"), sources, cases));
    }

    /** What is redacted in the incident of this file, where its cases went, what was copied. */
    Marks marks(String file, String yaml) {
        return Marks.read(Fields.ofYaml(file, yaml));
    }

    private static Source source(Fields fields) {
        return fields.build(() -> new Source(
                fields.text("id"),
                fields.text("publisher"),
                fields.text("title"),
                fields.maybe("url"),
                fields.maybeAs("published", RecordReader::day),
                fields.text("language"),
                fields.maybeAs("archived", Digest::parse)));
    }

    private Case oneCase(Fields fields, Set<String> sources) {
        fields.maybe("platform").filter(knownPlatform.negate()).ifPresent(id -> {
            throw fields.wrongAt("platform", "expected the id of a definition in crawlers/, found '" + id + "'");
        });
        List<Entry> entries = new ArrayList<>();
        fields.maps("entries").forEach(entry -> entries.add(EntryFormat.read(entry)));
        checkReferences(fields.maps("entries"), entries, sources);
        if (fields.maybe("platform").isEmpty()) {
            refuseRestrictions(fields.maps("entries"), entries);
        }
        return fields.build(() -> {
            Case read = new Case(
                    fields.text("case"),
                    fields.maybe("platform"),
                    fields.map("subject")
                            .map(RecordReader::subject)
                            .orElseThrow(() -> fields.wrongAt("case", "expected a subject, found none")),
                    fields.maybeAs("verification", Verification::of),
                    entries,
                    fields.maps("conflicts").stream()
                            .map(conflict -> conflict(conflict, sources))
                            .toList());
            read.restrictions();
            return read;
        });
    }

    private static Subject subject(Fields fields) {
        return fields.build(() -> new Subject(
                fields.text("kind"),
                fields.text("name"),
                fields.maybe("url"),
                fields.maybe("basedIn"),
                fields.texts("topics")));
    }

    private static Conflict conflict(Fields fields, Set<String> sources) {
        Conflict conflict =
                fields.build(() -> new Conflict(fields.text("about"), EntryFormat.sides(fields.maps("values"))));
        conflict.cited().filter(id -> !sources.contains(id)).findFirst().ifPresent(id -> dangling(fields, "about", id));
        return conflict;
    }

    private static void checkReferences(List<Fields> places, List<Entry> entries, Set<String> sources) {
        Set<String> ids = entries.stream().map(entry -> entry.head().id()).collect(Collectors.toSet());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Fields place = places.get(i);
            entry.head()
                    .cited()
                    .filter(id -> !sources.contains(id))
                    .findFirst()
                    .ifPresent(id -> dangling(place, "sources", id));
            List<String> named = entry instanceof RestrictionLifted lifted
                    ? lifted.lifts()
                    : entry instanceof RestrictionChanged changed
                            ? List.of(changed.changes())
                            : entry instanceof Correction correction ? List.of(correction.corrects()) : List.of();
            named.stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(id -> {
                throw place.wrongAt("id", "expected the id of an entry of this case, found '" + id + "'");
            });
        }
    }

    private static void refuseRestrictions(List<Fields> places, List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof RestrictionImposed) {
                throw places.get(i).wrongAt("type", "expected a platform for a case with a restriction, found none");
            }
        }
    }

    private static void dangling(Fields place, String key, String id) {
        throw place.wrongAt(key, "expected a source of this file, found '" + id + "' which is not among them");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException other) {
            throw new IllegalArgumentException("expected a day such as 2020-06-11, found '" + text + "'", other);
        }
    }

    /** Reads several files; a case or an incident that stands in two of them is an error. */
    List<Incident> readAll(List<TextFile> files) {
        List<Incident> incidents = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        for (TextFile file : files) {
            Incident incident = read(file.name(), file.text());
            Optional<String> twice = incident.cases().stream()
                    .map(Case::slug)
                    .filter(slug -> !slugs.add("case " + slug))
                    .findFirst();
            if (twice.isPresent() || !slugs.add("incident " + incident.slug())) {
                throw new InvalidFile(
                        file.name() + ":1",
                        "expected each slug once, found '" + twice.orElse(incident.slug()) + "' again",
                        "Give it another slug");
            }
            incidents.add(incident);
        }
        return incidents;
    }
}
