package org.lacuna.shared;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows in the text form of PostgreSQL's {@code COPY} (PostgreSQL 17, COPY, “Text Format”): fields between tabs, a row on a
 * line of its own, whatever would be mistaken for either written with a backslash.
 */
final class CopyRows {
    private static final String NULL = "\\N";

    private final StringBuilder text = new StringBuilder();

    /** @throws IllegalArgumentException for a value of a type that is not foreseen here */
    void add(Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            value(values[i] instanceof Optional<?> maybe ? maybe.orElse(null) : values[i]);
        }
        text.append('\n');
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Object value) {
        if (value == null) {
            text.append(NULL);
        } else if (value instanceof byte[] bytes) {
            text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else if (value instanceof String[] texts) {
            escaped(array(texts));
        } else if (value instanceof String words) {
            escaped(words);
        } else if (value instanceof Number || value instanceof Boolean || value instanceof Temporal) {
            text.append(value instanceof OffsetDateTime moment ? moment.toInstant() : value);
        } else {
            throw new IllegalArgumentException("expected a value that a row can hold, found a "
                    + value.getClass().getSimpleName());
        }
    }

    private static String array(String[] texts) {
        return Stream.of(texts)
                .map(each -> '"' + each.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void escaped(String words) {
        int from = 0;
        for (int i = 0; i < words.length(); i++) {
            char each = words.charAt(i);
            if (each == '\\' || each == '\t' || each == '\n' || each == '\r') {
                text.append(words, from, i).append('\\').append(escape(each));
                from = i + 1;
            }
        }
        text.append(words, from, words.length());
    }

    private static char escape(char each) {
        return switch (each) {
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> each;
        };
    }
}
