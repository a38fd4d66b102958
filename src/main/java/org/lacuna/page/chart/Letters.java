package org.lacuna.page.chart;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * About how wide a text is drawn. Which fonts a reader has nobody knows here, so these are the usual widths of each script's
 * letters (UAX #11 for those that are as wide as high), rather too wide than too narrow.
 */
final class Letters {
    private static final String MORE = "…";

    /** Without it the sign would stand where a text that is read from the right begins. */
    private static final String MORE_ON_THE_LEFT = MORE + "\u200F";

    private Letters() {}

    /** In units of the drawing. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Letters::width).sum() * size;
    }

    private static double width(int point) {
        return switch (UCharacter.getType(point)) {
            case UCharacter.NON_SPACING_MARK, UCharacter.ENCLOSING_MARK, UCharacter.FORMAT -> 0;
            case UCharacter.UPPERCASE_LETTER -> .7;
            case UCharacter.SPACE_SEPARATOR -> .3;
            default ->
                switch (UCharacter.getIntPropertyValue(point, UProperty.EAST_ASIAN_WIDTH)) {
                    case UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH -> 1;
                    default -> .56;
                };
        };
    }

    /**
     * A text that fits, ending in “…” where some of it has no room; the whole stands in the chart's table. It is never cut
     * inside what a reader takes for one letter (UAX #29).
     */
    static String cut(String text, double size, double room) {
        if (width(text, size) <= room) {
            return text;
        }
        int fits = fits(text, size, room - width(MORE, size));
        return text.substring(0, fits) + (endsFromTheRight(text, fits) ? MORE_ON_THE_LEFT : MORE);
    }

    /**
     * A text in lines that fit. They end where a line may (UAX #14); what is longer than a whole line, such as an address,
     * goes on in the next.
     */
    static List<String> lines(String text, double size, double room) {
        BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
        places.setText(text);
        List<String> lines = new ArrayList<>();
        int start = places.first();
        int fits = start;
        for (int end = places.next(); end != BreakIterator.DONE; end = places.next()) {
            if (fits > start && width(text.substring(start, end).stripTrailing(), size) > room) {
                lines.add(text.substring(start, fits).stripTrailing());
                start = fits;
            }
            while (width(text.substring(start, end).stripTrailing(), size) > room) {
                int some = start + Math.max(1, fits(text.substring(start, end), size, room));
                lines.add(text.substring(start, some));
                start = some;
            }
            fits = end;
        }
        lines.add(text.substring(start).stripTrailing());
        return lines;
    }

    /** How much of the beginning of a text has room. */
    private static int fits(String text, double size, double room) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        int fits = letters.first();
        for (int end = letters.next(); end != BreakIterator.DONE; end = letters.next()) {
            if (width(text.substring(0, end), size) > room) {
                break;
            }
            fits = end;
        }
        return fits;
    }

    private static boolean endsFromTheRight(String text, int end) {
        for (int at = end; at > 0; at -= Character.charCount(text.codePointBefore(at))) {
            int direction = UCharacter.getDirection(text.codePointBefore(at));
            if (direction == UCharacterDirection.RIGHT_TO_LEFT
                    || direction == UCharacterDirection.RIGHT_TO_LEFT_ARABIC) {
                return true;
            }
            if (direction == UCharacterDirection.LEFT_TO_RIGHT) {
                return false;
            }
        }
        return false;
    }
}
