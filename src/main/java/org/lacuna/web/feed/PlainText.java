package org.lacuna.web.feed;

/** Texts on their way into markup. */
final class PlainText {
    private PlainText() {}

    /** Text inside an HTML element or a quoted attribute. */
    static String html(String text) {
        return legal(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The text without what no XML document can hold, escaped or not (XML 1.0 §2.2); one such character ends a feed. */
    static String legal(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
