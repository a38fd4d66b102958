package org.lacuna.page;

import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lacuna.page.language.Catalogue;
import org.lacuna.page.language.Catalogues;
import org.lacuna.page.language.Language;
import org.lacuna.page.language.Texts;

/**
 * Speaks one language to readers: texts of pages, and the record's words. A word that the language lacks is shown as it
 * stands in the record, so that a new word is never hidden.
 */
public final class Say extends Texts {
    /** Where its texts stand. */
    static final String FOLDER = "/page/messages/";

    private static final Catalogues<Say> ALL = new Catalogues<>(FOLDER, Say::new);
    private static final String WORLDWIDE = "worldwide";

    /** Countries that take an article in an English sentence. */
    private static final Set<String> WITH_ARTICLE =
            Set.of("AE BS CD CF CG DO FO GB GM KM KY MH MV NL PH SB SC SD US VG VI".split(" "));

    private Say(Language language, Catalogue catalogue) {
        super(language, catalogue);
    }

    /** What speaks this language. */
    public static Say in(Language language) {
        return ALL.in(language);
    }

    /** Whether it is the language in which the record and reports are written. */
    public boolean english() {
        return language() == Language.ENGLISH;
    }

    /** A word of one of the record's closed lists, such as {@code word("how", "press-inquiry")}. */
    public String word(String list, String word) {
        String key = list + "." + word;
        return has(key) ? of(key) : word.replace('-', ' ');
    }

    /** Name of a country by its ISO 3166 code, as in a list: {@code United States}. English where CLDR lacks it. */
    public String country(String code) {
        String key = "country." + code;
        if (has(key)) {
            return of(key);
        }
        String name = ULocale.getDisplayCountry("und_" + code, locale());
        return name.equals(code) ? ULocale.getDisplayCountry("und_" + code, ULocale.ENGLISH) : name;
    }

    /** A country’s name, or the word for everywhere. */
    public String place(String word) {
        return word.equals(WORLDWIDE) ? of("scope.worldwide") : word.length() == 2 ? country(word) : word;
    }

    /** Name of a country inside a sentence: {@code the United States}. */
    public String theCountry(String code) {
        return (english() && WITH_ARTICLE.contains(code) ? "the " : "") + country(code);
    }

    /** Where a restriction holds: {@code worldwide}, {@code in China and India}. */
    public String scope(List<String> words) {
        return words.equals(List.of(WORLDWIDE))
                ? of("scope.worldwide")
                : of(
                        "scope.in",
                        "countries",
                        list(words.stream().map(this::theCountry).toList()));
    }

    /** Where the crawler looked from, such as {@code DE/direct}: {@code Germany (direct)}. */
    public String vantage(String word) {
        String[] parts = word.split("/", 2);
        return parts.length == 2 ? country(parts[0]) + " (" + word("route", parts[1]) + ")" : word("route", word);
    }

    /** Who asked for it, or that nobody is known to have. */
    public String demandedBy(Optional<Map<String, String>> demand) {
        return demand.map(by -> list(by.entrySet().stream()
                        .map(who -> who.getKey().equals("government")
                                ? of("demand.government", "country", theCountry(who.getValue()))
                                : who.getValue())
                        .toList()))
                .orElseGet(() -> of("demand.nobody"));
    }

    /** Name of a language by its BCP 47 tag: {@code Dutch}. */
    public String language(String tag) {
        String name = ULocale.getDisplayName(tag, locale());
        return name.equals(tag) ? Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH) : name;
    }

    /** Words in a row: {@code a}, {@code a and b}, {@code a, b and c}. */
    public String list(List<String> words) {
        int last = words.size() - 1;
        if (last < 1) {
            return String.join("", words);
        }
        String row = words.get(0);
        for (String word : words.subList(1, last)) {
            row = of("list.more", "first", row, "next", word);
        }
        return of("list.last", "first", row, "last", words.get(last));
    }

    /** The day of a moment in UTC: {@code 7 June 2020}. */
    public String dayOf(Instant moment) {
        return day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /** {@code 7 June 2020, 22:00 UTC}. */
    public String moment(Instant moment) {
        return of(
                "date.moment",
                "day",
                dayOf(moment),
                "time",
                moment.atOffset(ZoneOffset.UTC).toLocalTime().toString().substring(0, 5));
    }

    /** Whole days between two bounds: {@code 3 days}, {@code 0–20 days}, {@code at least 3 days}. */
    public String days(long min, Optional<Long> max) {
        if (max.isEmpty()) {
            return min == 0 ? of("days.unbound") : of("days.least", "days", counted("count.days", min));
        }
        if (max.get() > min) {
            return counted("count.days", max.get(), "count", count(min) + "–" + count(max.get()));
        }
        return min == 0 ? of("days.none") : counted("count.days", min);
    }

    /**
     * How long a restriction held or has held.
     *
     * @param state the restriction's state; matters where no full lift is recorded
     * @param min days for certain
     * @param max days at most; empty where nothing bounds it
     * @param censored whether no full lift is recorded
     * @param asOf the day up to which {@code min} was counted
     */
    public String held(String state, long min, Optional<Long> max, boolean censored, Optional<LocalDate> asOf) {
        if (!censored) {
            return days(min, max);
        }
        String days = counted("count.days", min);
        return switch (state) {
            case "unknown" -> of("held.unknown");
            case "ended-otherwise" -> of("held.ended-otherwise");
            default -> {
                String key = state.equals("partly-lifted") ? "held.partly-lifted" : "held.in-force";
                yield asOf.map(day -> of(key + ".as-of", "days", days, "day", day(day)))
                        .orElseGet(() -> of(key, "days", days));
            }
        };
    }

    /** A text of this key with what the status asks for, or the general one. */
    public String orOther(String list, String word) {
        return has(list + "." + word) ? of(list + "." + word) : of(list + ".other");
    }
}
