package org.lacuna.desk.work.suggest;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Finds e-mail addresses, telephone and identity numbers and mentions of relatives. It misses some and points at some
 * that are harmless: it is a hint for an editor, who decides.
 */
public final class Suggest {
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{2,63}){1,4}");

    /** Where people who write to us live or write about; a number with a country code is found from anywhere. */
    private static final List<String> REGIONS =
            List.of("CN", "HK", "TW", "TR", "RU", "KZ", "US", "GB", "DE", "ES", "IN");

    private static final long MOST_TRIES = 200;

    private Suggest() {}

    /** What to look at, in the order of the text; of two that overlap the surer one. */
    public static List<Suggestion> in(String text) {
        List<Suggestion> all = new ArrayList<>();
        EMAIL.matcher(text)
                .results()
                .map(found -> new Suggestion(Suggestion.Kind.EMAIL, found.start(), found.end()))
                .forEach(all::add);
        all.addAll(IdNumbers.in(text));
        for (String region : REGIONS) {
            phones(text, region).stream()
                    .filter(found -> all.stream().noneMatch(found::touches))
                    .forEach(all::add);
        }
        Relatives.in(text).stream()
                .filter(found -> all.stream().noneMatch(found::touches))
                .forEach(all::add);
        all.sort(Comparator.comparingInt(Suggestion::from));
        return all;
    }

    private static List<Suggestion> phones(String text, String region) {
        return StreamSupport.stream(
                        PhoneNumberUtil.getInstance()
                                .findNumbers(text, region, Leniency.VALID, MOST_TRIES)
                                .spliterator(),
                        false)
                .map(found -> new Suggestion(Suggestion.Kind.PHONE, found.start(), found.end()))
                .toList();
    }
}
