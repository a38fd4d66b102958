package org.lacuna.publication.words;

/**
 * One word of a text.
 *
 * @param lexeme the word as it is compared
 * @param position counted from 0; several words can stand at one
 * @param start where it begins in the text, in UTF-16 units
 * @param end where the next one could begin
 */
record Token(String lexeme, int position, int start, int end, Kind kind) {
    /** What a word is made of. */
    enum Kind {
        /** Letters between blanks or breaks. */
        WORD,
        /** Two neighbours of a script without blanks. */
        PAIR,
        /** The last character of such a run, so that it can be found alone. */
        TAIL,
        /** A character of such a script that has no neighbour. */
        LONE,
        /** A word with the signs inside it left out; its parts follow from the same position on. */
        JOINED
    }
}
