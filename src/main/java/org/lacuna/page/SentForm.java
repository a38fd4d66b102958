package org.lacuna.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a person typed into a form, and what is wrong with it, field by field: refused forms are shown again with every
 * value kept and each complaint beside its field.
 *
 * <p>Values are text as the person meant it: line ends are {@code \n}, and characters that cannot be shown stand as
 * U+FFFD, so that the person sees where they were.
 */
public final class SentForm {
    /** Stands for a character that cannot be shown. */
    public static final char UNREADABLE = '\uFFFD';

    private final Map<String, String> values;
    private final Map<String, String> problems = new LinkedHashMap<>();

    private SentForm(Map<String, String> values) {
        this.values = values;
    }

    /** A form nobody has touched yet. */
    public static SentForm empty() {
        return of(Map.of());
    }

    /** A form with values that we suggest. */
    public static SentForm of(Map<String, String> suggested) {
        return new SentForm(new LinkedHashMap<>(suggested));
    }

    /**
     * A form as it came in.
     *
     * @param body as {@code application/x-www-form-urlencoded}
     * @throws jakarta.ws.rs.BadRequestException if it has more fields than any page of ours
     */
    public static SentForm parse(byte[] body) {
        return received(FormEncoding.read(body));
    }

    /** A form as it came in, read by another reader of ours. */
    static SentForm received(Map<String, String> raw) {
        Map<String, String> values = new LinkedHashMap<>();
        raw.forEach((name, value) -> values.put(name, legible(value)));
        return new SentForm(values);
    }

    /** Everything that was typed, by field. */
    public Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The value to show in the field; the empty text if nothing was typed. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The complaint about a field; the empty text if there is none. */
    public String problem(String name) {
        return problems.getOrDefault(name, "");
    }

    /** All complaints by field, in the order in which they were found. */
    public Map<String, String> problems() {
        return problems;
    }

    /** Whether anything was refused. */
    public boolean refused() {
        return !problems.isEmpty();
    }

    /** Notes what is wrong with a field; the first complaint about a field stands. */
    public void refuse(String name, String complaint) {
        problems.putIfAbsent(name, complaint);
    }

    /** The stripped text of a field that may be left empty; refuses what is too long or cannot be read. */
    public Optional<String> text(String name, int mostCharacters) {
        String text = value(name).strip();
        int characters = text.codePointCount(0, text.length());
        if (characters > mostCharacters) {
            refuse(
                    name,
                    "This has %,d characters; the most we can take is %,d. Nothing was sent yet: please shorten it."
                            .formatted(characters, mostCharacters));
        } else if (text.indexOf(UNREADABLE) >= 0) {
            refuse(
                    name,
                    "Some characters could not be read; they are marked with %s. Please replace or remove them."
                            .formatted(UNREADABLE));
        }
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    /** The same for a field that must be filled in. */
    public String required(String name, int mostCharacters, String complaint) {
        Optional<String> text = text(name, mostCharacters);
        if (text.isEmpty()) {
            refuse(name, complaint);
        }
        return text.orElse("");
    }

    /** Reads a text further; an {@link IllegalArgumentException} becomes the complaint about the field. */
    public <T> Optional<T> read(String name, String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException refused) {
            refuse(name, sentence(refused.getMessage()));
            return Optional.empty();
        }
    }

    private static String sentence(String message) {
        return message.isEmpty() ? message : Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }

    static String legible(String raw) {
        String lines = raw.replace("\r\n", "\n").replace('\r', '\n');
        StringBuilder legible = new StringBuilder(lines.length());
        lines.codePoints()
                .map(character -> unshowable(character) ? UNREADABLE : character)
                .forEach(legible::appendCodePoint);
        return legible.toString();
    }

    /** Control characters, and halves of a surrogate pair; neither may stand in an HTML document. */
    private static boolean unshowable(int character) {
        boolean control = Character.isISOControl(character) && character != '\n' && character != '\t';
        return control || Character.getType(character) == Character.SURROGATE;
    }
}
