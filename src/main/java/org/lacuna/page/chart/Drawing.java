package org.lacuna.page.chart;

import java.util.Locale;

/**
 * Writes one SVG (SVG 2, the parts that SVG 1.1 knows too) with presentation attributes alone. Whatever text comes in is
 * escaped here and nowhere else.
 */
final class Drawing {
    /** Sizes of text, in units of the drawing; a drawing is shown about as large as it is drawn. */
    static final double TEXT = 13;

    static final double SMALL = 11.5;

    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    /** 1.005 times a hundred is a little less than 100.5. */
    private static final double ALMOST_NOTHING = 1e-7;

    private final StringBuilder svg = new StringBuilder(4096);
    private final double width;
    private final String title;
    private final String description;

    /**
     * @param title what it is, for whoever cannot see it; also the tooltip of the whole
     * @param description what it shows, in a sentence or two
     */
    Drawing(double width, String title, String description) {
        this.width = width;
        this.title = title;
        this.description = description;
    }

    /** Where a text stands beside its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    Drawing text(double x, double y, double size, Ink ink, Anchor anchor, String text) {
        return text(x, y, size, ink, anchor, "", text);
    }

    private Drawing text(double x, double y, double size, Ink ink, Anchor anchor, String more, String text) {
        svg.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" font-size=\"")
                .append(number(size))
                .append("\" ");
        if (anchor != Anchor.START) {
            svg.append("text-anchor=\"")
                    .append(anchor.name().toLowerCase(Locale.ROOT))
                    .append("\" ");
        }
        svg.append(more).append(ink.fill()).append('>').append(escaped(text)).append("</text>");
        return this;
    }

    Drawing bold(double x, double y, double size, Ink ink, Anchor anchor, String text) {
        return text(x, y, size, ink, anchor, "font-weight=\"bold\" ", text);
    }

    Drawing line(double x1, double y1, double x2, double y2, Ink ink, double thick) {
        return path("M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2), ink.stroke(thick));
    }

    Drawing dashed(double x1, double y1, double x2, double y2, Ink ink, double thick) {
        return path(
                "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2),
                ink.stroke(thick) + " stroke-dasharray=\"4 3\"");
    }

    /** @param paint of an {@link Ink} */
    Drawing rectangle(double x, double y, double wide, double high, String paint) {
        svg.append("<rect x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"")
                .append(number(Math.max(0, wide)))
                .append("\" height=\"")
                .append(number(Math.max(0, high)))
                .append("\" ")
                .append(paint)
                .append("/>");
        return this;
    }

    Drawing circle(double x, double y, double radius, String paint) {
        svg.append("<circle cx=\"")
                .append(number(x))
                .append("\" cy=\"")
                .append(number(y))
                .append("\" r=\"")
                .append(number(radius))
                .append("\" ")
                .append(paint)
                .append("/>");
        return this;
    }

    Drawing path(String d, String paint) {
        svg.append("<path d=\"").append(d).append("\" ").append(paint).append("/>");
        return this;
    }

    /** Begins a group that says something of its own when pointed at. */
    Drawing begin(String says) {
        svg.append("<g><title>").append(escaped(says)).append("</title>");
        return this;
    }

    Drawing end() {
        svg.append("</g>");
        return this;
    }

    /** The whole as one element, ready to stand in a page of HTML or in a file of its own. */
    String svg(double height) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(width) + " " + number(height)
                + "\" width=\"" + number(width) + "\" height=\"" + number(height)
                // A page that is read from the right would turn every anchor around; time and counts still grow
                // rightwards.
                + "\" direction=\"ltr\" font-family=\"'Noto Sans','Helvetica Neue','Liberation Sans',Arial,sans-serif\""
                + " role=\"img\"><title>" + escaped(title) + "</title><desc>" + escaped(description) + "</desc>" + svg
                + "</svg>";
    }

    /** At most two places after the point: a hundredth of a pixel nobody sees. */
    static String number(double value) {
        long hundredths = Math.round(Math.abs(value) * HUNDRED + ALMOST_NOTHING);
        String sign = value < 0 && hundredths > 0 ? "-" : "";
        long whole = hundredths / HUNDRED;
        long rest = hundredths % HUNDRED;
        if (rest == 0) {
            return sign + whole;
        }
        return sign + whole + '.' + (rest % TEN == 0 ? "" + rest / TEN : rest < TEN ? "0" + rest : "" + rest);
    }

    /** For text and for values of attributes; characters that XML 1.0 does not allow become U+FFFD. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int each = text.codePointAt(i);
            switch (each) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(allowed(each) ? each : 0xFFFD);
            }
        }
        return safe.toString();
    }

    private static boolean allowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
