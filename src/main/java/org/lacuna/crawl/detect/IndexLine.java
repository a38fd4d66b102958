package org.lacuna.crawl.detect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.platform.StatusIs;
import org.lacuna.shared.Outcome;

/** Reads one line of an index leniently: what it cannot understand it says, and the page is read all the same. */
final class IndexLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STATUS = Pattern.compile("[1-9][0-9]{2}");

    /** A body on disk is plain already, whatever its headers said on the way. */
    private static final Set<String> OF_THE_WAY = Set.of("content-encoding", "transfer-encoding");

    private static final Set<String> OUTCOMES =
            Stream.of(Outcome.values()).map(Outcome::word).collect(Collectors.toSet());

    private final long number;
    private final Map<String, String> line;
    private final List<String> problems = new ArrayList<>();

    private IndexLine(long number, Map<String, String> line) {
        this.number = number;
        this.line = line;
    }

    /** @param line its fields by column */
    static IndexedPage read(Path index, long number, Map<String, String> line) {
        return new IndexLine(number, line).page(index);
    }

    private IndexedPage page(Path index) {
        String truth = outcome(field("outcome"));
        Set<String> accept = Stream.of(field("accept").split("\\|"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(this::outcome)
                .collect(Collectors.toSet());
        return new IndexedPage(
                number,
                field("file"),
                beside(index),
                field("platform"),
                truth,
                accept.isEmpty() ? Set.of(truth) : accept,
                field("url"),
                status(),
                headers(),
                problems);
    }

    private String field(String name) {
        return line.getOrDefault(name, "").strip();
    }

    private String outcome(String word) {
        if (!OUTCOMES.contains(word)) {
            problems.add("expected an outcome such as available or not-found, found '" + word + "'");
        }
        return word;
    }

    private Path beside(Path index) {
        try {
            return index.toAbsolutePath().resolveSibling(field("file"));
        } catch (InvalidPathException none) {
            problems.add("expected the path of a file, found '" + field("file") + "'");
            return index.toAbsolutePath().getParent();
        }
    }

    private int status() {
        String status = field("http_status");
        if (STATUS.matcher(status).matches()) {
            return Integer.parseInt(status);
        }
        if (!status.isEmpty() && !status.equals("unknown")) {
            problems.add("expected an HTTP status of three digits or nothing, found '" + status + "'");
        }
        return StatusIs.UNKNOWN;
    }

    /** From the columns {@code headers}, {@code header_NAME} and {@code content_type}; the later one wins. */
    private Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>();
        read(field("headers")).forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        line.keySet().stream()
                .filter(column -> column.startsWith("header_") && !field(column).isEmpty())
                .forEach(column -> headers.put(
                        column.substring("header_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'),
                        List.of(field(column))));
        if (!field("content_type").isEmpty()) {
            headers.put("content-type", List.of(field("content_type")));
        }
        headers.keySet().removeAll(OF_THE_WAY);
        return headers;
    }

    /** A JSON object of texts or lists of texts, or {@code Name: value} lines. */
    private Map<String, List<String>> read(String written) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        if (!written.startsWith("{")) {
            for (String each : written.split("\\R")) {
                String[] parts = each.split(":", 2);
                if (parts.length == 2 && !parts[0].isBlank()) {
                    headers.computeIfAbsent(parts[0].strip(), name -> new ArrayList<>())
                            .add(parts[1].strip());
                } else if (!each.isBlank()) {
                    problems.add("expected headers as 'Name: value' lines or as a JSON object, found another line");
                }
            }
            return headers;
        }
        try {
            JSON.readTree(written).properties().forEach(each -> headers.put(each.getKey(), texts(each.getValue())));
        } catch (JsonProcessingException broken) {
            problems.add("expected headers as a JSON object, found '{' and no such object");
        }
        return headers;
    }

    private static List<String> texts(JsonNode value) {
        return value.isArray() ? value.valueStream().map(JsonNode::asText).toList() : List.of(value.asText());
    }
}
