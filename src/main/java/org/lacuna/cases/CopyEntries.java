package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Copies entries of one case into another, with the sources they cite and whatever hides them. */
@ApplicationScoped
class CopyEntries {
    private final OpenCase open;
    private final Copies copies;
    private final RedactionQueries redactions;

    CopyEntries(OpenCase open, Copies copies, RedactionQueries redactions) {
        this.open = open;
        this.copies = copies;
        this.redactions = redactions;
    }

    /**
     * The entries of a case that can be copied: what was moved elsewhere or is gone for good is not among them.
     *
     * @throws IllegalArgumentException if one of them speaks of one that is left out, or there is no such entry
     */
    List<Entry> kept(Case from, Set<String> leftOut) {
        leftOut.stream().filter(id -> from.entry(id).isEmpty()).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException(
                    "expected the id of an entry of " + from.slug() + ", found '" + id + "'");
        });
        Set<String> away = new HashSet<>();
        from.entries().forEach(entry -> redactions
                .of(Passage.entry(from.slug(), entry.head().id()))
                .filter(redaction -> redaction.moved() || redaction.permanent())
                .ifPresent(redaction -> away.add(entry.head().id())));
        List<Entry> kept = References.without(from.entries(), away).stream()
                .filter(entry -> !leftOut.contains(entry.head().id()))
                .toList();
        kept.forEach(entry -> entry.names().stream()
                .filter(id -> leftOut.contains(id) || away.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new IllegalArgumentException("expected entry '" + id + "' to go where '"
                            + entry.head().id() + "' goes, which speaks of it; keep both or neither");
                }));
        return kept;
    }

    /** @param ids the new id of each entry */
    void copy(
            OpenCase.Standing from,
            OpenCase.Standing to,
            List<Entry> entries,
            Map<String, String> ids,
            List<Conflict> conflicts) {
        Map<String, String> sources = sources(from.incident(), to.incident(), entries, conflicts);
        List<Source> added = added(from.incident(), to.incident(), sources);
        // what hides them stands before they do: not one version shows them in between
        for (Entry entry : entries) {
            String id = entry.head().id();
            copies.entry(to.known().slug(), ids.get(id), from.known().slug(), id);
            hide(
                    to,
                    Passage.text(from.known().slug(), id),
                    Passage.text(to.known().slug(), ids.get(id)));
            hide(
                    to,
                    Passage.entry(from.known().slug(), id),
                    Passage.entry(to.known().slug(), ids.get(id)));
        }
        conflicts.forEach(conflict -> hide(
                to,
                Passage.conflict(from.known().slug(), conflict),
                Passage.conflict(to.known().slug(), conflict)));
        if (!from.incident().slug().equals(to.incident().slug())) {
            sources.forEach((before, after) -> {
                copies.source(to.incident().slug(), after, from.incident().slug(), before);
                hide(
                        to,
                        Passage.source(from.incident().slug(), before),
                        Passage.source(to.incident().slug(), after));
            });
        }
        open.add(
                to,
                added,
                entries.stream().map(entry -> copied(entry, ids, sources)).toList(),
                conflicts.stream()
                        .filter(conflict -> !conflict.about().equals(Passage.TOMBSTONE))
                        .map(conflict -> cite(conflict, sources))
                        .toList());
    }

    /** What is hidden there is hidden here, since the same moment. */
    private void hide(OpenCase.Standing to, Passage there, Passage here) {
        redactions
                .of(there)
                .filter(redaction -> !redaction.moved() && redactions.of(here).isEmpty())
                .ifPresent(redaction -> {
                    redactions.insert(
                            to.incident().slug(),
                            redaction.permanent() ? RedactionQueries.ERASE : RedactionQueries.HIDE,
                            new Redaction(
                                    here,
                                    redaction.reason(),
                                    redaction.recorded(),
                                    redaction.permanent(),
                                    redaction.until(),
                                    Optional.empty()),
                            "",
                            Optional.empty());
                });
    }

    /** The ids of the cited sources in the other incident: the same source keeps its id there, others get a free one. */
    private static Map<String, String> sources(
            Incident from, Incident to, List<Entry> entries, List<Conflict> conflicts) {
        Set<String> cited = new LinkedHashSet<>();
        Stream.concat(
                        entries.stream().flatMap(entry -> entry.head().cited()),
                        conflicts.stream().flatMap(Conflict::cited))
                .forEach(cited::add);
        Map<String, String> ids = new HashMap<>();
        if (from.slug().equals(to.slug())) {
            cited.forEach(id -> ids.put(id, id));
            return ids;
        }
        Set<String> taken = new HashSet<>(to.sources().stream().map(Source::id).toList());
        for (Source source : from.sources()) {
            if (cited.contains(source.id())) {
                Optional<String> same = to.sources().stream()
                        .filter(other -> other.under(source.id()).equals(source))
                        .map(Source::id)
                        .findFirst();
                String id = same.orElse(source.id());
                for (int number = 2; same.isEmpty() && !taken.add(id); number++) {
                    id = source.id() + "-" + number;
                }
                ids.put(source.id(), id);
            }
        }
        return ids;
    }

    private static List<Source> added(Incident from, Incident to, Map<String, String> ids) {
        Set<String> known = new HashSet<>(to.sources().stream().map(Source::id).toList());
        List<Source> added = new ArrayList<>();
        for (Source source : from.sources()) {
            String id = ids.get(source.id());
            if (ids.containsKey(source.id()) && !known.contains(id)) {
                added.add(source.under(id));
            }
        }
        return added;
    }

    private static Entry copied(Entry entry, Map<String, String> ids, Map<String, String> sources) {
        Head head = entry.head();
        return entry.naming(ids)
                .with(new Head(
                        ids.get(head.id()),
                        head.date(),
                        head.text(),
                        renamed(head.sources(), sources),
                        head.disputed().stream()
                                .map(other -> new Head.Disputed(
                                        other.field(), other.value(), renamed(other.sources(), sources)))
                                .toList(),
                        Optional.empty()));
    }

    private static Conflict cite(Conflict conflict, Map<String, String> sources) {
        return new Conflict(
                conflict.about(),
                conflict.values().stream()
                        .map(side -> new Conflict.Value(side.value(), renamed(side.sources(), sources)))
                        .toList());
    }

    private static List<String> renamed(List<String> ids, Map<String, String> sources) {
        return ids.stream().map(sources::get).toList();
    }
}
