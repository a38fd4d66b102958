package org.lacuna.page;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The record's words for a reader: {@code {words:status(case.status)}}. A word that the language lacks is shown as it
 * stands in the record, so that a new word is never hidden.
 */
@TemplateExtension(namespace = "words")
public final class Words {
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("org.lacuna.page.words", Locale.ROOT);
    private static final Set<String> WITH_ARTICLE =
            Set.of(ENGLISH.getString("article").split(" "));
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi");
    private static final Set<String> SCRIPTS_FROM_THE_RIGHT = Set.of("Adlm", "Arab", "Hebr", "Nkoo", "Syrc", "Thaa");
    private static final String WORLDWIDE = "worldwide";

    private Words() {}

    /** A word of one of the record's closed lists, such as {@code of("how", "press-inquiry")}. */
    public static String of(String list, String word) {
        String key = list + "." + word;
        return ENGLISH.containsKey(key) ? ENGLISH.getString(key) : word.replace('-', ' ');
    }

    /** What the platform did: {@code Account suspended}. */
    public static String measure(String word) {
        return of("measure", word);
    }

    public static String kind(String word) {
        return of("kind", word);
    }

    public static String status(String word) {
        return of("status", word);
    }

    public static String verification(String word) {
        return of("verification", word);
    }

    /** One line on what a status or a verification means. */
    public static String meaning(String word) {
        return of("meaning", word);
    }

    public static String explanation(String word) {
        return of("explanation", word);
    }

    public static String outcome(String word) {
        return of("outcome", word);
    }

    /** Name of a country by its ISO 3166 code, as in a list: {@code United States}. */
    public static String country(String code) {
        String key = "country." + code;
        return ENGLISH.containsKey(key)
                ? ENGLISH.getString(key)
                : new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** Name of a country inside a sentence: {@code the United States}. */
    public static String theCountry(String code) {
        return (WITH_ARTICLE.contains(code) ? "the " : "") + country(code);
    }

    /** Where a restriction holds: {@code worldwide}, {@code in China and India}. */
    public static String scope(List<String> words) {
        if (words.equals(List.of(WORLDWIDE))) {
            return WORLDWIDE;
        }
        return "in " + list(words.stream().map(Words::theCountry).toList());
    }

    /** Where the crawler looked from, such as {@code DE/direct}: {@code Germany (direct)}. */
    public static String vantage(String word) {
        String[] parts = word.split("/", 2);
        return parts.length == 2 ? country(parts[0]) + " (" + parts[1] + ")" : word;
    }

    /** Who asked for it, or that nobody is known to have. */
    public static String demandedBy(Optional<Map<String, String>> demand) {
        return demand.map(by -> by.entrySet().stream()
                        .map(who -> who.getKey().equals("government")
                                ? "the government of " + theCountry(who.getValue())
                                : who.getValue())
                        .collect(Collectors.joining(", ")))
                .orElse("nobody is known to have demanded it");
    }

    /** Name of a language by its BCP 47 tag: {@code Dutch}. */
    public static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }

    /** The direction of a text, for {@code dir}: from the script of its BCP 47 tag, or else from its language. */
    public static String direction(String tag) {
        Locale text = Locale.forLanguageTag(tag);
        boolean fromTheRight = text.getScript().isEmpty()
                ? RIGHT_TO_LEFT.contains(text.getLanguage())
                : SCRIPTS_FROM_THE_RIGHT.contains(text.getScript());
        return fromTheRight ? "rtl" : "ltr";
    }

    /** Whether a link may be made of it. Anything but the web, such as {@code javascript:}, stays text. */
    public static boolean linkable(Optional<String> url) {
        return url.map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.startsWith("https://") || text.startsWith("http://"))
                .isPresent();
    }

    /** A count with its thousands apart: {@code 2,511}. */
    public static String count(Number number) {
        return String.format(Locale.ENGLISH, "%,d", number.longValue());
    }

    /** A count and its noun: {@code 1 case}, {@code 12 cases}. */
    public static String counted(Number number, String one, String many) {
        return count(number) + " " + (number.longValue() == 1 ? one : many);
    }

    /** Words in a row: {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
