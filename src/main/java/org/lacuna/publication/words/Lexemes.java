package org.lacuna.publication.words;

/** Writes words the way PostgreSQL reads them in a tsvector or tsquery, whatever is in them. */
final class Lexemes {
    private Lexemes() {}

    static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
