package org.lacuna.desk.work.suggest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers that name one person. Where the number carries a check digit, only those that keep to it are pointed at. */
final class IdNumbers {
    private record Form(Pattern pattern, Predicate<String> holds) {
        private Form(String pattern, Predicate<String> holds) {
            this(
                    Pattern.compile("(?<![\\p{IsLatin}\\p{IsCyrillic}\\p{N}])(?:" + pattern
                            + ")(?![\\p{IsLatin}\\p{IsCyrillic}\\p{N}])"),
                    holds);
        }
    }

    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String TAIWAN_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

    private static final List<Form> FORMS = List.of(
            // People's Republic of China, GB 11643
            new Form("\\d{17}[\\dXx]", IdNumbers::chinese),
            new Form("[A-Z]{1,2}\\d{6}\\s?\\(?[\\dA]\\)?", hongKong -> true),
            new Form("[A-Z][1289]\\d{8}", IdNumbers::taiwanese),
            new Form("[1-9]\\d{10}", IdNumbers::turkish),
            // Spain, DNI and NIE
            new Form("[XYZ]?\\d{7,8}-?[A-Z]", IdNumbers::spanish),
            // Russia: internal passport, SNILS
            new Form("\\d{2}\\s\\d{2}\\s\\d{6}|\\d{3}-\\d{3}-\\d{3}\\s\\d{2}", russian -> true),
            // United States, social security
            new Form("(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}", american -> true),
            // passports of China, Taiwan's compatriot permit, many others
            new Form("[A-Z]{1,2}\\d{7,8}", passport -> true),
            // ISO 13616
            new Form("[A-Z]{2}\\d{2}(?:\\s?[A-Z\\d]{4}){2,7}(?:\\s?[A-Z\\d]{1,4})?", IdNumbers::iban),
            // ISO/IEC 7812
            new Form("\\d(?:[ -]?\\d){12,18}", IdNumbers::card));

    private IdNumbers() {}

    static List<Suggestion> in(String text) {
        List<Suggestion> found = new ArrayList<>();
        for (Form form : FORMS) {
            form.pattern()
                    .matcher(text)
                    .results()
                    .filter(match -> form.holds().test(match.group()))
                    .map(IdNumbers::suggestion)
                    .filter(suggestion -> found.stream().noneMatch(suggestion::touches))
                    .forEach(found::add);
        }
        return found;
    }

    private static Suggestion suggestion(MatchResult match) {
        return new Suggestion(Suggestion.Kind.ID_NUMBER, match.start(), match.end());
    }

    private static boolean chinese(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return "10X98765432".charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }

    private static boolean taiwanese(String number) {
        int letter = TAIWAN_LETTERS.indexOf(number.charAt(0)) + 10;
        int sum = letter / 10 + letter % 10 * 9;
        for (int i = 1; i < 9; i++) {
            sum += (number.charAt(i) - '0') * (9 - i);
        }
        return (sum + number.charAt(9) - '0') % 10 == 0;
    }

    private static boolean turkish(String number) {
        int odd = 0;
        int even = 0;
        int all = 0;
        for (int i = 0; i < 10; i++) {
            int digit = number.charAt(i) - '0';
            all += digit;
            odd += i % 2 == 0 && i < 9 ? digit : 0;
            even += i % 2 == 1 && i < 9 ? digit : 0;
        }
        return Math.floorMod(odd * 7 - even, 10) == number.charAt(9) - '0' && all % 10 == number.charAt(10) - '0';
    }

    private static boolean spanish(String number) {
        String plain = number.replace("-", "");
        char first = plain.charAt(0);
        String digits = plain.substring(0, plain.length() - 1);
        if (Character.isLetter(first)) {
            digits = "XYZ".indexOf(first) + digits.substring(1);
        }
        return digits.length() == 8
                && DNI_LETTERS.charAt(Integer.parseInt(digits) % 23) == plain.charAt(plain.length() - 1);
    }

    private static boolean iban(String typed) {
        String number = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (number.length() < 15 || number.length() > 34) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (number.substring(4) + number.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** Luhn's check digit. */
    private static boolean card(String typed) {
        String number = typed.replaceAll("[ -]", "");
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
