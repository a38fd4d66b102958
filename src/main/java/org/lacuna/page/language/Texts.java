package org.lacuna.page.language;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks one language: {@code {say.of('what.label')}}. What it says is text; the template escapes it. What stands in a
 * value is never taken for a place to fill.
 */
public class Texts {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Language language;
    private final Catalogue catalogue;

    public Texts(Language language, Catalogue catalogue) {
        this.language = language;
        this.catalogue = catalogue;
    }

    public Language language() {
        return language;
    }

    protected boolean has(String key) {
        return catalogue.has(key);
    }

    public String of(String key) {
        return catalogue.text(key);
    }

    /** A text with one place to fill, such as {@code {count}}. */
    public String of(String key, String name, Object value) {
        return filled(of(key), name, value);
    }

    /** A text with two places to fill. */
    public String of(String key, String name, Object value, String otherName, Object otherValue) {
        return filled(of(key), name, value, otherName, otherValue);
    }

    /**
     * A text with places to fill.
     *
     * @param namesAndValues the name of a place, what stands there, and so on
     */
    public String filled(String text, Object... namesAndValues) {
        return PLACE.matcher(text).replaceAll(place -> {
            for (int i = 0; i < namesAndValues.length; i += 2) {
                if (place.group(1).equals(namesAndValues[i])) {
                    return Matcher.quoteReplacement(shown(namesAndValues[i + 1]));
                }
            }
            return Matcher.quoteReplacement(place.group());
        });
    }

    /** A text in the form that a number asks for, which stands in its place {@code {count}}. */
    public String counted(String key, Number count) {
        return counted(key, count, "count", count);
    }

    /** The same with another thing to fill in where the number stands, such as a span. */
    public String counted(String key, Number count, String name, Object value) {
        List<String> forms = Catalogue.forms(of(key));
        String rule = PluralRules.forLocale(locale()).select(count.longValue());
        int form = language.plurals().indexOf(rule);
        return filled(forms.get(form < 0 || form >= forms.size() ? forms.size() - 1 : form), name, value);
    }

    /** As people of this language write a number: {@code 2,511}. */
    public String count(Number number) {
        return Formats.count(locale(), number.longValue());
    }

    /** As people of this language write a day. */
    public String day(LocalDate day) {
        return Formats.day(locale(), day);
    }

    /** As people of this language write a month: {@code June 2020}. */
    public String month(LocalDate day) {
        return Formats.month(locale(), day);
    }

    /** The same where there is little room: {@code Jun 2020}. */
    public String shortMonth(LocalDate day) {
        return Formats.shortMonth(locale(), day);
    }

    /** As people of this language write a year. */
    public String year(LocalDate day) {
        return Formats.year(locale(), day);
    }

    /** A share in whole hundredths: {@code 50 %}. */
    public String percent(double share) {
        return of("percent", "count", Math.round(share * 100));
    }

    protected ULocale locale() {
        return language.locale();
    }

    /** Where a page is in this language. */
    public String path(String page) {
        return language.path(page);
    }

    private String shown(Object value) {
        return value instanceof Number number ? count(number) : value.toString();
    }
}
