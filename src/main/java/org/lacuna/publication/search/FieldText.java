package org.lacuna.publication.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.words.Weight;

/**
 * A text of a case by which it is found.
 *
 * @param field what the text is
 * @param id of the entry or source; empty elsewhere
 * @param weight how much its words count
 */
record FieldText(Field field, Optional<String> id, String text, Weight weight) {
    /** The texts of a case as it is shown, the weightiest first; those of its incident are not in it. */
    static Stream<FieldText> of(PublicCase version) {
        return Stream.of(head(version), timeline(version), conflicts(version), files(version), sources(version))
                .flatMap(texts -> texts)
                .filter(each -> !each.text.isBlank());
    }

    private static Stream<FieldText> head(PublicCase version) {
        return Stream.concat(
                Stream.of(plain(Field.TITLE, version.title(), Weight.A)),
                version.subject().url().stream().map(url -> plain(Field.ADDRESS, url, Weight.A)));
    }

    private static Stream<FieldText> timeline(PublicCase version) {
        return version.timeline().stream()
                .filter(line -> line.redacted().isEmpty())
                .flatMap(line -> Stream.concat(Stream.of(line.text()), rule(line).stream())
                        .map(text -> new FieldText(Field.ENTRY, Optional.of(line.id()), text, Weight.C)));
    }

    private static Optional<String> rule(PublicCase.Line line) {
        return Optional.ofNullable(line.own().get("rule"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    private static Stream<FieldText> conflicts(PublicCase version) {
        return version.conflicts().stream()
                .filter(conflict -> conflict.redacted().isEmpty())
                .flatMap(conflict -> Stream.concat(
                        Stream.of(conflict.about()), conflict.values().stream().map(PublicCase.Conflict.Value::value)))
                .map(text -> plain(Field.CONFLICT, text, Weight.C));
    }

    private static Stream<FieldText> files(PublicCase version) {
        return version.files().stream().map(file -> plain(Field.FILE, file.title(), Weight.C));
    }

    private static Stream<FieldText> sources(PublicCase version) {
        return version.sources().stream()
                .filter(source -> source.redacted().isEmpty())
                .map(source -> new FieldText(
                        Field.SOURCE, Optional.of(source.id()), source.publisher() + ": " + source.title(), Weight.D));
    }

    private static FieldText plain(Field field, String text, Weight weight) {
        return new FieldText(field, Optional.empty(), text, weight);
    }
}
