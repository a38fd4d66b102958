package org.lacuna.publication.words;

/** How much a word counts by where it stands, A the most; the four that PostgreSQL knows. */
public enum Weight {
    A,
    B,
    C,
    D
}
