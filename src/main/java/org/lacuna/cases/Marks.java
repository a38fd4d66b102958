package org.lacuna.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lacuna.shared.Fields;

/**
 * What a file of the record says beside the facts: what is redacted, where cases went, what was copied. Without it an
 * export that is taken into another database would show again what is hidden here.
 */
record Marks(List<Redaction> redactions, List<Redirects.Redirect> redirects, List<Copies.Copy> copies) {
    /** Nothing is redacted, moved or copied. */
    static final Marks NONE = new Marks(List.of(), List.of(), List.of());

    Marks {
        redactions = List.copyOf(redactions);
        redirects = List.copyOf(redirects);
        copies = List.copyOf(copies);
    }

    static Marks read(Fields top) {
        return new Marks(
                top.maps("redactions").stream().map(Marks::redaction).toList(),
                top.maps("redirects").stream().map(Marks::redirect).toList(),
                top.maps("copies").stream().map(Marks::copy).toList());
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "redactions", redactions.stream().map(Marks::map).toList());
        put(map, "redirects", redirects.stream().map(Marks::map).toList());
        put(map, "copies", copies.stream().map(Marks::map).toList());
        return map;
    }

    private static void put(Map<String, Object> map, String key, List<Map<String, Object>> list) {
        if (!list.isEmpty()) {
            map.put(key, list);
        }
    }

    private static Redaction redaction(Fields fields) {
        return fields.build(() -> new Redaction(
                new Passage(
                        fields.as("what", Passage.What::of),
                        fields.text("owner"),
                        fields.maybe("target").orElse("")),
                fields.text("reason"),
                fields.as("since", EntryFormat::instant),
                fields.flag("permanent"),
                fields.maybeAs("until", Marks::day),
                fields.maybe("movedTo")));
    }

    private static Map<String, Object> map(Redaction redaction) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", redaction.passage().what().word());
        map.put("owner", redaction.passage().owner());
        if (!redaction.passage().id().isEmpty()) {
            map.put("target", redaction.passage().id());
        }
        map.put("reason", redaction.reason());
        map.put("since", redaction.recorded().toString());
        map.put("permanent", redaction.permanent());
        redaction.until().ifPresent(day -> map.put("until", day.toString()));
        redaction.leadsTo().ifPresent(slug -> map.put("moved-to", slug));
        return map;
    }

    private static Redirects.Redirect redirect(Fields fields) {
        return fields.build(() -> new Redirects.Redirect(
                fields.text("from"), fields.text("to"), fields.text("kind"), fields.as("since", EntryFormat::instant)));
    }

    private static Map<String, Object> map(Redirects.Redirect redirect) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("from", redirect.from());
        map.put("to", redirect.to());
        map.put("kind", redirect.kind());
        map.put("since", redirect.recorded().toString());
        return map;
    }

    private static Copies.Copy copy(Fields fields) {
        return fields.build(() -> new Copies.Copy(
                fields.text("what"),
                fields.text("owner"),
                fields.text("id"),
                fields.text("fromOwner"),
                fields.text("fromId")));
    }

    private static Map<String, Object> map(Copies.Copy copy) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", copy.what());
        map.put("owner", copy.owner());
        map.put("id", copy.id());
        map.put("from-owner", copy.fromOwner());
        map.put("from-id", copy.fromId());
        return map;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException other) {
            throw new IllegalArgumentException("expected a day such as 2026-12-31, found '" + text + "'", other);
        }
    }

    /** Those that were noted by then. */
    Marks asOf(Instant moment) {
        return new Marks(
                redactions.stream()
                        .filter(redaction ->
                                !redaction.moved() || !redaction.recorded().isAfter(moment))
                        .toList(),
                redirects.stream()
                        .filter(redirect -> !redirect.recorded().isAfter(moment))
                        .toList(),
                copies);
    }
}
