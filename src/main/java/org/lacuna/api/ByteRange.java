package org.lacuna.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a file (RFC 9110 §14.1.2).
 *
 * @param from the first byte
 * @param to the last byte
 */
record ByteRange(long from, long to) {
    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    long length() {
        return to - from + 1;
    }

    /** How a {@code Range} header reads for a file of so many bytes. */
    sealed interface Asked permits Whole, Part, Unsatisfiable {}

    /** No range, one of another unit, or several: answered with the whole, as a server may. */
    record Whole() implements Asked {}

    record Part(ByteRange range) implements Asked {}

    /** It begins behind the end. */
    record Unsatisfiable() implements Asked {}

    static Asked of(Optional<String> header, long bytes) {
        Matcher one = ONE.matcher(header.orElse(""));
        if (!one.matches() || one.group(1).isEmpty() && one.group(2).isEmpty()) {
            return new Whole();
        }
        if (one.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(one.group(2)), bytes);
            return last == 0 ? new Unsatisfiable() : new Part(new ByteRange(bytes - last, bytes - 1));
        }
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? bytes - 1 : Math.min(Long.parseLong(one.group(2)), bytes - 1);
        if (from >= bytes) {
            return new Unsatisfiable();
        }
        return to < from ? new Whole() : new Part(new ByteRange(from, to));
    }
}
