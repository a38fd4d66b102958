package org.lacuna.desk.work.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.cases.DemandedBy;
import org.lacuna.cases.Head;
import org.lacuna.cases.Scope;
import org.lacuna.cases.Source;
import org.lacuna.cases.Subject;
import org.lacuna.page.SentForm;
import org.lacuna.shared.Countries;
import org.lacuna.shared.EdtfDate;

/** Reads the fields that forms about cases have in common; what cannot be read becomes a complaint beside its field. */
public final class CaseFields {
    /** The longest title or name, in characters. */
    public static final int MOST_TITLE = 200;

    /** The longest text. */
    public static final int MOST_TEXT = 4_000;

    private static final int MOST_URL = 2_000;
    private static final int MOST_DATE = 40;

    private CaseFields() {}

    /** A text that must be there and hides nothing. */
    public static Optional<String> text(SentForm form, String name, int most, String complaint) {
        return legible(form, name, form.required(name, most, complaint));
    }

    /** The same for one that may be left empty. */
    public static Optional<String> maybe(SentForm form, String name, int most) {
        return form.text(name, most).flatMap(typed -> legible(form, name, typed));
    }

    /** Why something is decided: for the desk and its audit trail. */
    public static Optional<String> why(SentForm form) {
        return text(form, "why", MOST_TEXT, "Say why; other editors read it, now and in years.");
    }

    /** The record's own rule for texts, applied to one field. */
    private static Optional<String> legible(SentForm form, String name, String typed) {
        return form.problem(name).isEmpty()
                ? form.read(name, typed, text -> new Head.Disputed(name, text, List.of()).value())
                : Optional.empty();
    }

    /** A date that must be there. */
    public static Optional<EdtfDate> date(SentForm form) {
        String typed = form.required("date", MOST_DATE, "Write the date, such as 2020-06-07 or 2020-06.");
        return form.problem("date").isEmpty() ? form.read("date", typed, EdtfDate::parse) : Optional.empty();
    }

    /** A day that may be left out. */
    public static Optional<LocalDate> day(SentForm form, String name) {
        return form.text(name, MOST_DATE).flatMap(typed -> form.read(name, typed, CaseFields::day));
    }

    /** A web address that may be left out. */
    public static Optional<String> url(SentForm form, String name) {
        return form.text(name, MOST_URL).flatMap(typed -> form.read(name, typed, Source::checkUrl));
    }

    /** A scope that may be left out. */
    public static Optional<Scope> scope(SentForm form) {
        return form.text("scope", MOST_TITLE).flatMap(typed -> form.read("scope", typed, CaseFields::scope));
    }

    /** A scope that must be there. */
    public static Optional<Scope> wholeScope(SentForm form) {
        form.required("scope", MOST_TITLE, "Write worldwide, or country codes such as HK, CN.");
        return scope(form);
    }

    /** A word of a closed list that must be chosen. */
    public static Optional<String> word(SentForm form, String name, Map<String, String> list, String complaint) {
        Optional<String> word = Optional.of(form.value(name)).filter(list::containsKey);
        if (word.isEmpty()) {
            form.refuse(name, complaint);
        }
        return word;
    }

    /** The same, or nothing. */
    public static Optional<String> maybeWord(SentForm form, String name, Map<String, String> list) {
        return form.value(name).isEmpty()
                ? Optional.empty()
                : word(form, name, list, "Choose a word from the list, or none.");
    }

    /** Who asked for it; empty where nobody is known. */
    public static Optional<DemandedBy> demandedBy(SentForm form) {
        String kind = form.value("demanded-kind");
        Optional<String> who = maybe(form, "demanded-by", MOST_TITLE);
        if (kind.isEmpty()) {
            who.ifPresent(named -> form.refuse("demanded-kind", "Choose what it is that demanded it."));
            return Optional.empty();
        }
        if (who.isEmpty()) {
            form.refuse("demanded-by", "Name it: a country code for a government, else a name.");
            return Optional.empty();
        }
        String named = kind.equals("government") ? who.get().toUpperCase(Locale.ROOT) : who.get();
        return form.read("demanded-by", named, name -> new DemandedBy(kind, name));
    }

    /** What was hit. */
    public static Optional<Subject> subject(SentForm form) {
        Optional<String> name = text(form, "subject-name", MOST_TITLE, "Name what was hit, as the public may know it.");
        Optional<String> url = url(form, "subject-url");
        Optional<String> basedIn = form.text("based-in", 2)
                .flatMap(typed -> form.read("based-in", typed.toUpperCase(Locale.ROOT), Countries::check));
        List<String> topics = maybe(form, "topics", MOST_TITLE)
                .map(typed -> Stream.of(typed.split("[\\s,]+"))
                        .filter(topic -> !topic.isEmpty())
                        .distinct()
                        .toList())
                .orElse(List.of());
        return name.flatMap(named -> form.read(
                "subject-kind", form.value("subject-kind"), kind -> new Subject(kind, named, url, basedIn, topics)));
    }

    private static Scope scope(String typed) {
        return new Scope(Stream.of(typed.split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.equalsIgnoreCase(Countries.WORLDWIDE)
                        ? Countries.WORLDWIDE
                        : word.toUpperCase(Locale.ROOT))
                .distinct()
                .toList());
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException("expected a day such as 2020-06-07, found '" + typed + "'", noDay);
        }
    }
}
