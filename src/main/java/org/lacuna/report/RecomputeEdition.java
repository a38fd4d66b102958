package org.lacuna.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lacuna.shared.Digest;

/**
 * Counts again what a published edition says was counted, for whoever does not want to believe it. It is given the document
 * that stands in the change feed, and never asks the database what was published.
 */
@Singleton
public class RecomputeEdition {
    private final RenderByHand render;
    private final ObjectMapper json;

    RecomputeEdition(RenderByHand render, ObjectMapper json) {
        this.render = render;
        this.json = json;
    }

    /**
     * A file of the edition.
     *
     * @param published as the document says
     * @param found as it was rendered now; empty if this machine cannot write the format
     */
    public record Compared(String format, Digest published, Optional<Digest> found) {
        /** Whether it is the same to the byte. */
        public boolean same() {
            return found.filter(published::equals).isPresent();
        }
    }

    /**
     * What came of it.
     *
     * @param document digest of the document, which is that of the change in the feed and of the entry in the log
     */
    public record Done(
            String edition,
            LocalDate day,
            long sequence,
            Digest document,
            List<Compared> files,
            List<RenderByHand.Missing> missing) {}

    /**
     * Renders every format that the edition has, and compares digests.
     *
     * @param document the bytes of {@code document.json}
     * @param progress is told what is done now
     * @throws IllegalArgumentException if this is no document of an edition, or of one that has ended, or the record here does
     *     not reach so far
     */
    public Done recompute(byte[] document, Consumer<String> progress) {
        JsonNode edition = read(document);
        if (edition.has("gone")) {
            throw new IllegalArgumentException("expected an edition that stands, found the tombstone of one that was "
                    + edition.path("gone").asText() + "; its page names what stands in for it");
        }
        LocalDate day = value(edition, "asOf", LocalDate::parse);
        long sequence = value(edition, "computedAt", Long::valueOf);
        List<JsonNode> files = new ArrayList<>();
        edition.path("files").forEach(files::add);
        List<String> formats =
                files.stream().map(file -> value(file, "format", each -> each)).toList();
        RenderByHand.Done done = render.render(
                value(edition, "report", each -> each), Optional.of(day), Optional.of(sequence), formats, progress);
        Map<String, Digest> found =
                done.files().stream().collect(Collectors.toMap(RenderByHand.File::format, RenderByHand.File::digest));
        List<Compared> compared = files.stream()
                .map(file -> {
                    String format = value(file, "format", each -> each);
                    return new Compared(
                            format, value(file, "digest", Digest::parse), Optional.ofNullable(found.get(format)));
                })
                .toList();
        return new Done(
                value(edition, "slug", each -> each), day, sequence, Digest.of(document), compared, done.missing());
    }

    private JsonNode read(byte[] document) {
        try {
            JsonNode read = json.readTree(document);
            if (read.path("kind").asText().equals("edition")
                    && !read.path("files").isEmpty()) {
                return read;
            }
        } catch (IOException noJson) {
            // is told below, like JSON of something else
        }
        throw new IllegalArgumentException(
                "expected the document of an edition, as /reports/ID/NUMBER/document.json gives it, found something else");
    }

    private static <T> T value(JsonNode node, String name, Function<String, T> reading) {
        String text = node.path(name).asText();
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "expected the document of an edition, found the " + name + " '" + text + "' in it", wrong);
        }
    }
}
