package org.lacuna.lead;

import java.net.URI;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * One line of the list of feeds.
 *
 * @param name as editors read it
 * @param url of RSS or Atom
 * @param language a BCP 47 tag
 * @param words one of which must stand in an entry, at the beginning of a word
 */
record Feed(String name, URI url, String language, List<String> words) {
    Feed {
        words = words.stream().map(Feed::folded).toList();
        if (!List.of("http", "https").contains(String.valueOf(url.getScheme())) || url.getHost() == null) {
            throw new IllegalArgumentException("expected an address with http or https, found '" + url + "'");
        }
    }

    /** Those of the feed's words that stand in this text. */
    List<String> in(String text) {
        String folded = folded(text);
        return words.stream().filter(word -> begins(folded, word)).toList();
    }

    private static boolean begins(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (at == 0 || unspaced(word.codePointAt(0)) || !Character.isLetter(text.codePointBefore(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean unspaced(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
