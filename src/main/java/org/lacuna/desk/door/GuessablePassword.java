package org.lacuna.desk.door;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says why a password would be among the first that somebody tries. Lists of stolen passwords hold, at our length, few
 * things but common words, names, years, runs of keys and repetitions, put together: those count little, and the whole
 * must be enough.
 */
final class GuessablePassword {
    private static final int LEAST_POINTS = 8;
    private static final int SHORT_WORD = 5;

    /** Of one word without anything between. */
    private static final int LONG_WORD = 20;

    private static final Pattern ONE_WORD =
            Pattern.compile("[^\\p{L}]*[\\p{L}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+[^\\p{L}]*");
    private static final Pattern WHOLE_REPEATED = Pattern.compile("^(.+?)\\1+$");
    private static final Pattern REPEATED = Pattern.compile("(.{1,6}?)\\1{2,}");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final List<String> RUNS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "qwertyuiop",
            "qwertzuiop",
            "azertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "yxcvbnm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "йцукенгшщзхъ",
            "фывапролджэ");

    private GuessablePassword() {}

    /** The complaint, if there is one; it does not quote the password. */
    static Optional<String> complaint(String password, String name) {
        String lower = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (String own : List.of("lacuna", name.toLowerCase(Locale.ROOT))) {
            if (lower.contains(own)) {
                return Optional.of("Leave your name and the name of this site out of the password.");
            }
        }
        if (ONE_WORD.matcher(lower).matches() && lower.codePointCount(0, lower.length()) < LONG_WORD) {
            return Optional.of("One word, with digits or signs around it, is quickly guessed. Take several words.");
        }
        boolean guessed = Math.min(points(lower), points(unmasked(lower))) < LEAST_POINTS;
        return guessed
                ? Optional.of("This is made of what is tried first: common words, names, years, runs of keys,"
                        + " repetitions. Take several words that have nothing to do with each other.")
                : Optional.empty();
    }

    /** A point for each letter beside what everybody tries, half of one for other signs, two for each common word. */
    private static int points(String password) {
        String left = WHOLE_REPEATED.matcher(password).replaceAll("$1");
        left = REPEATED.matcher(left).replaceAll("$1");
        left = withoutRuns(YEAR.matcher(left).replaceAll(" "));
        int points = 0;
        for (String word : GuessableWords.LONGEST_FIRST) {
            if (left.contains(word)) {
                left = left.replace(word, " ");
                points += word.length() < SHORT_WORD ? 1 : 2;
            }
        }
        int letters = (int) left.codePoints().filter(Character::isLetter).count();
        int others = (int) left.codePoints()
                .filter(one -> !Character.isLetter(one) && !Character.isWhitespace(one))
                .count();
        return points + letters + others / 2;
    }

    private static String withoutRuns(String password) {
        String left = password;
        for (String run : RUNS) {
            String backwards = new StringBuilder(run).reverse().toString();
            for (int length = Math.min(run.length(), left.length()); length >= 3; length--) {
                for (int start = 0; start + length <= run.length(); start++) {
                    left = left.replace(run.substring(start, start + length), " ")
                            .replace(backwards.substring(start, start + length), " ");
                }
            }
        }
        return left;
    }

    /** {@code p4$$w0rd} is a common word too. */
    private static String unmasked(String password) {
        StringBuilder plain = new StringBuilder();
        Matcher one = Pattern.compile(".", Pattern.DOTALL).matcher(password);
        while (one.find()) {
            int mask = "013457@$!|8".indexOf(one.group());
            plain.append(mask < 0 ? one.group() : String.valueOf("oleastasiib".charAt(mask)));
        }
        return plain.toString();
    }
}
