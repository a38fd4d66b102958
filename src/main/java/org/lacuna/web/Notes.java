package org.lacuna.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.page.Say;
import org.lacuna.publication.PublicCase;
import org.lacuna.shared.Digest;

/** The sources of one page, numbered from 1 in the order of the document, as a book numbers its notes. */
final class Notes {
    /**
     * A source and its number on this page.
     *
     * @param copy where its copy is, if there is one that anybody can have
     * @param withheld what stands in place of it
     */
    record Note(int number, PublicCase.Source source, Optional<String> copy, Optional<Withheld> withheld) {}

    private final Map<String, Note> byId = new LinkedHashMap<>();

    private final Map<String, String> copies = new HashMap<>();

    Notes(List<PublicCase.Source> sources, Say say) {
        this(sources, List.of(), say);
    }

    /** @param captures of which anybody can have a copy */
    Notes(List<PublicCase.Source> sources, List<PublicCase.Capture> captures, Say say) {
        captures.forEach(capture -> copies.put(
                capture.record(), "/captures/" + Digest.parse(capture.record()).hex()));
        sources.forEach(source -> byId.put(
                source.id(),
                new Note(
                        byId.size() + 1,
                        source,
                        source.archived().flatMap(this::copy),
                        source.redacted().map(redacted -> Withheld.of(redacted, say)))));
    }

    public List<Note> all() {
        return new ArrayList<>(byId.values());
    }

    /** The notes for what a line cites; a source that is not public has none. */
    public List<Note> of(List<String> sources) {
        return sources.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .toList();
    }

    /** Where the copy of a capture is, by its digest; empty if there is none that anybody can have. */
    public Optional<String> copy(String record) {
        return Optional.ofNullable(copies.get(record));
    }

    /** Whether a title stands in square brackets: then the copy that we have shows none. */
    public boolean anyWithoutTitle() {
        return byId.values().stream()
                .anyMatch(note ->
                        note.source.redacted().isEmpty() && note.source.title().startsWith("["));
    }
}
