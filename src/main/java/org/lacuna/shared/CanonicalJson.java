package org.lacuna.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * JSON in one form only, so that equal documents have equal bytes (RFC 8785, JSON Canonicalization Scheme): no spaces,
 * names sorted by their UTF-16 code units (§3.2.3), the fewest escapes (§3.2.2.2), UTF-8.
 *
 * <p>Numbers are whole and within ±(2<sup>53</sup> − 1), where the form of §3.2.2.3 is the plain decimal one. Our
 * documents hold no others; one that did would be refused rather than rounded.
 */
public final class CanonicalJson {
    private static final long LARGEST = (1L << 53) - 1;

    private static final int USUAL = 4096;

    private CanonicalJson() {}

    /**
     * The canonical bytes.
     *
     * @throws IllegalArgumentException for a number that is not a whole one in range, or a lone surrogate
     */
    public static byte[] bytes(JsonNode node) {
        StringBuilder out = new StringBuilder(USUAL);
        write(node, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, out);
            case ARRAY -> array(node, out);
            case STRING -> string(node.textValue(), out);
            case NUMBER -> number(node, out);
            case BOOLEAN, NULL -> out.append(node.asText());
            default -> throw new IllegalArgumentException("expected a JSON value, found " + node.getNodeType());
        }
    }

    private static void object(JsonNode node, StringBuilder out) {
        List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(node.properties());
        sorted.sort(Map.Entry.comparingByKey());
        String comma = "{";
        for (Map.Entry<String, JsonNode> field : sorted) {
            out.append(comma);
            string(field.getKey(), out);
            out.append(':');
            write(field.getValue(), out);
            comma = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void array(JsonNode node, StringBuilder out) {
        out.append('[');
        for (Iterator<JsonNode> items = node.elements(); items.hasNext(); ) {
            write(items.next(), out);
            out.append(items.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private static void number(JsonNode node, StringBuilder out) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || Math.abs(node.longValue()) > LARGEST) {
            throw new IllegalArgumentException("expected a whole number within ±(2^53 - 1), found " + node);
        }
        out.append(node.longValue());
    }

    /** What needs no escape, which is nearly all, goes in one piece. */
    private static void string(String text, StringBuilder out) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            out.append(text, from, i).append(escape(c, i));
            from = i + 1;
        }
        out.append(text, from, text.length()).append('"');
    }

    private static String escape(char c, int place) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> {
                if (Character.isSurrogate(c)) {
                    throw new IllegalArgumentException("expected text, found half a surrogate pair at " + place);
                }
                yield String.format("\\u%04x", (int) c);
            }
        };
    }
}
