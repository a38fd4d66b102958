package org.lacuna.publication.words;

/** Writes words the way PostgreSQL reads them in a tsvector or tsquery, whatever is in them. */
final class Lexemes {
    private Lexemes() {}

    static String quoted(String lexeme) {
        StringBuilder out = new StringBuilder(lexeme.length() + 2);
        quote(lexeme, out);
        return out.toString();
    }

    static void quote(String lexeme, StringBuilder out) {
        out.append('\'');
        for (int i = 0; i < lexeme.length(); i++) {
            char each = lexeme.charAt(i);
            if (each == '\'' || each == '\\') {
                out.append(each);
            }
            out.append(each);
        }
        out.append('\'');
    }

    /** How long it is in UTF-8. Words hold no half of a character: {@link Letters} leaves none. */
    static int bytes(String lexeme) {
        int bytes = 0;
        for (int i = 0; i < lexeme.length(); i++) {
            char each = lexeme.charAt(i);
            bytes += each < 0x80 ? 1 : each < 0x800 || Character.isSurrogate(each) ? 2 : 3;
        }
        return bytes;
    }
}
