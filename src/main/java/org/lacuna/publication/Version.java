package org.lacuna.publication;

/**
 * A version of a document on its way to be written.
 *
 * @param action a word of the change feed
 * @param first whether there is none before it
 * @param about the words by which a case is found beside its own
 */
record Version(PublicDocument document, String action, boolean first, String about) {}
