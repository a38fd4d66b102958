package org.lacuna.cases;

import java.net.URI;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What every text and every address of the record must be. */
final class Texts {
    /**
     * Nothing before an {@code @} in the host: {@code https://zoom.us@evil.example} leads to evil.example. An encoded
     * character in a host, or a backslash, is read differently by different browsers.
     */
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s<>\"\\\\/?#@%]+([/?#][^\\s<>\"]*)?");

    /** Invisible, but words of Persian, of Indic scripts and emoji need the joiners, and mixed lines the marks. */
    private static final String NEEDED = "\u200C\u200D\u200E\u200F\u061C\n\t";

    private Texts() {}

    /** Refuses blanks, and characters that nobody sees and that turn or hide what stands around them. */
    static void check(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("expected a " + name + ", found only blanks");
        }
        checkLegible(name, text);
    }

    /** Refuses what is not a complete http or https address, or names another host than it seems to. */
    static void checkAddress(String url) {
        if (!WEB_ADDRESS.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "expected a URL that starts with https:// or http://, without a name before the host, found '" + url
                            + "'");
        }
        checkLegible("URL", url);
        URI.create(url.replaceAll("[\\[\\]|{}^`\\\\]", "_"));
    }

    private static void checkLegible(String name, String text) {
        OptionalInt hidden = text.codePoints().filter(Texts::hidden).findFirst();
        if (hidden.isPresent()) {
            throw new IllegalArgumentException(
                    "expected a %s without hidden characters, found U+%04X after %d characters; remove it"
                            .formatted(name, hidden.getAsInt(), text.indexOf(hidden.getAsInt())));
        }
    }

    private static boolean hidden(int character) {
        int type = Character.getType(character);
        return (type == Character.FORMAT || type == Character.CONTROL || type == Character.SURROGATE)
                && NEEDED.indexOf(character) < 0;
    }
}
