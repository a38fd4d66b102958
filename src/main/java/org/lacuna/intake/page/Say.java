package org.lacuna.intake.page;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.regex.Pattern;
import org.lacuna.intake.ClosingReason;
import org.lacuna.intake.SubmissionState;
import org.lacuna.shared.Word;

/** Speaks one language: {@code {say.of('what.label')}}. What it says is text; the template escapes it. */
final class Say {
    private final Language language;
    private final Catalogue catalogue;
    private final ULocale locale;

    Say(Language language, Catalogue catalogue) {
        this.language = language;
        this.catalogue = catalogue;
        this.locale = ULocale.forLanguageTag(language.tag());
    }

    public Language language() {
        return language;
    }

    public String of(String key) {
        return catalogue.text(key);
    }

    /** A text with one place to fill, such as {@code {count}}. */
    public String of(String key, String name, Object value) {
        return of(key).replace("{" + name + "}", shown(value));
    }

    /** A text with two places to fill. */
    public String of(String key, String name, Object value, String otherName, Object otherValue) {
        String other = "{" + otherName + "}";
        String[] halves = of(key).split(Pattern.quote(other), 2);
        String place = "{" + name + "}";
        // Half by half, so that what stands in a value is never taken for a place.
        return halves.length < 2
                ? halves[0].replace(place, shown(value))
                : halves[0].replace(place, shown(value)) + shown(otherValue) + halves[1].replace(place, shown(value));
    }

    /** A state in a word. */
    public String state(SubmissionState state) {
        return of("state." + state.word());
    }

    /** A word of a closed list. */
    public String word(String list, Word word) {
        return of(list + "." + word.word());
    }

    /** What a state means for the person who sent it. */
    public String meaning(SubmissionState state) {
        return of("state." + state.word() + ".meaning");
    }

    /** Why nothing public comes out of it. */
    public String reason(ClosingReason reason) {
        return of("closed." + reason.word());
    }

    /** A word of a list that another part of the house keeps: what the catalogue lacks is said in general. */
    String orOther(String list, String word) {
        String key = list + "." + word;
        return of(catalogue.has(key) ? key : list + ".other");
    }

    /** As people of this language write a day. */
    public String day(LocalDate day) {
        DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** Where a page is in this language. */
    public String path(String page) {
        return language.path(page);
    }

    private String shown(Object value) {
        return value instanceof Number number
                ? NumberFormat.getIntegerInstance(locale).format(number.longValue())
                : value.toString();
    }
}
