package org.lacuna.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The record's words for templates, in the reader's language: {@code {words:status(case.status)}}. */
@TemplateExtension(namespace = "words")
public final class Words {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi");
    private static final Set<String> SCRIPTS_FROM_THE_RIGHT = Set.of("Adlm", "Arab", "Hebr", "Nkoo", "Syrc", "Thaa");

    private Words() {}

    /** A word of one of the record's closed lists, such as {@code of("how", "press-inquiry")}. */
    static String of(String list, String word, @TemplateAttribute Object here) {
        return Here.of(here).say().word(list, word);
    }

    /** What the platform did: {@code Account suspended}. */
    static String measure(String word, @TemplateAttribute Object here) {
        return of("measure", word, here);
    }

    static String kind(String word, @TemplateAttribute Object here) {
        return of("kind", word, here);
    }

    static String status(String word, @TemplateAttribute Object here) {
        return of("status", word, here);
    }

    static String verification(String word, @TemplateAttribute Object here) {
        return of("verification", word, here);
    }

    /** One line on what a status or a verification means. */
    static String meaning(String word, @TemplateAttribute Object here) {
        return of("meaning", word, here);
    }

    static String explanation(String word, @TemplateAttribute Object here) {
        return of("explanation", word, here);
    }

    static String outcome(String word, @TemplateAttribute Object here) {
        return of("outcome", word, here);
    }

    /** @see Say#country */
    static String country(String code, @TemplateAttribute Object here) {
        return Here.of(here).say().country(code);
    }

    /** @see Say#theCountry */
    static String theCountry(String code, @TemplateAttribute Object here) {
        return Here.of(here).say().theCountry(code);
    }

    /** @see Say#scope */
    static String scope(List<String> words, @TemplateAttribute Object here) {
        return Here.of(here).say().scope(words);
    }

    /** @see Say#vantage */
    static String vantage(String word, @TemplateAttribute Object here) {
        return Here.of(here).say().vantage(word);
    }

    /** @see Say#demandedBy */
    static String demandedBy(Optional<Map<String, String>> demand, @TemplateAttribute Object here) {
        return Here.of(here).say().demandedBy(demand);
    }

    /** @see Say#language(String) */
    static String language(String tag, @TemplateAttribute Object here) {
        return Here.of(here).say().language(tag);
    }

    /** @see Say#count */
    static String count(Number number, @TemplateAttribute Object here) {
        return Here.of(here).say().count(number);
    }

    /** @see Say#list */
    static String list(List<String> words, @TemplateAttribute Object here) {
        return Here.of(here).say().list(words);
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

    /** A count and its noun, at the desk, which speaks English alone: {@code 1 case}, {@code 12 cases}. */
    static String counted(Number number, String one, String many) {
        return String.format(Locale.ENGLISH, "%,d", number.longValue()) + " " + (number.longValue() == 1 ? one : many);
    }
}
