package org.lacuna.publication;

/**
 * Something derived from each version of a case's document and kept beside it, in a table of its own whose rows go with
 * the version's row of {@code public_case}. Every bean of this type is asked, in the transaction that publishes, and
 * again whenever a version is shown otherwise than before.
 */
public interface Projection {
    /**
     * Writes what is derived from one version; nothing of it is there yet.
     *
     * @param version as it is shown, under its {@code sequence}
     * @param about the incident's title and summary, by which the case is found too; empty where they are not shown
     */
    void write(PublicCase version, String about);

    /**
     * Told of a version that will probably be written soon, on another thread and outside the transaction. What takes
     * long and depends on nothing else can be done then; nothing may be written.
     *
     * @param version under a number that it need not get
     */
    default void ahead(PublicCase version, String about) {}
}
