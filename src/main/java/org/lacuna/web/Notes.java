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
    /** A source and its number on this page. */
    record Note(int number, PublicCase.Source source) {}

    private final Map<String, Note> byId = new LinkedHashMap<>();

    private final Map<String, String> copies = new HashMap<>();
    private final Say say;

    Notes(List<PublicCase.Source> sources, Say say) {
        this(sources, List.of(), say);
    }

    /** @param captures of which anybody can have a copy */
    Notes(List<PublicCase.Source> sources, List<PublicCase.Capture> captures, Say say) {
        this.say = say;
        captures.forEach(capture -> copies.put(
                capture.record(), "/captures/" + Digest.parse(capture.record()).hex()));
        sources.forEach(source -> byId.put(source.id(), new Note(byId.size() + 1, source)));
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

    /** What stands in place of a source. */
    public Optional<Withheld> withheld(Note note) {
        return note.source().redacted().map(redacted -> Withheld.of(redacted, say));
    }

    /** Whether a title stands in square brackets: then the copy that we have shows none. */
    public boolean anyWithoutTitle() {
        return byId.values().stream()
                .anyMatch(note ->
                        note.source.redacted().isEmpty() && note.source.title().startsWith("["));
    }
}
