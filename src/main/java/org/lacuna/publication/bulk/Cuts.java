package org.lacuna.publication.bulk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the items of one list in a document's canonical bytes (RFC 8785: no spaces), so that they can be written as they
 * stand. In UTF-8 no byte of a longer character is a quote, a stroke or a bracket (RFC 3629 §3).
 */
final class Cuts {
    private final byte[] name;

    /** @param list the name of a list of objects in the document itself */
    Cuts(String list) {
        this.name = ("\"" + list + "\":[").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * An item, its braces included.
     *
     * @param from the place of its first byte
     * @param to the place behind its last
     */
    record Cut(int from, int to) {}

    /** In their order; none if the document has no such list. */
    List<Cut> of(byte[] body) {
        int depth = 0;
        int place = 0;
        while (place < body.length) {
            switch (body[place]) {
                case '"' -> {
                    if (depth == 1 && startsHere(body, place)) {
                        return items(body, place + name.length);
                    }
                    place = behindText(body, place);
                }
                case '{', '[' -> {
                    depth++;
                    place++;
                }
                case '}', ']' -> {
                    depth--;
                    place++;
                }
                default -> place++;
            }
        }
        return List.of();
    }

    private static List<Cut> items(byte[] body, int start) {
        List<Cut> items = new ArrayList<>();
        int depth = 0;
        int from = start;
        int place = start;
        while (place < body.length) {
            switch (body[place]) {
                case '"' -> place = behindText(body, place);
                case '{', '[' -> {
                    from = depth++ == 0 ? place : from;
                    place++;
                }
                case '}', ']' -> {
                    if (depth == 0) {
                        return items;
                    }
                    place++;
                    if (--depth == 0) {
                        items.add(new Cut(from, place));
                    }
                }
                default -> place++;
            }
        }
        throw new IllegalArgumentException(
                "expected a list that ends, found " + body.length + " bytes without its end");
    }

    private boolean startsHere(byte[] body, int place) {
        return body.length - place >= name.length
                && Arrays.equals(body, place, place + name.length, name, 0, name.length);
    }

    private static int behindText(byte[] body, int quote) {
        int place = quote + 1;
        while (body[place] != '"') {
            place += body[place] == '\\' ? 2 : 1;
        }
        return place + 1;
    }
}
