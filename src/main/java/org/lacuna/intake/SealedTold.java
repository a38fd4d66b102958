package org.lacuna.intake;

/**
 * What a person told us, as the table holds it.
 *
 * @param wrappedKey the key of this submission alone; destroying it destroys the text
 * @param content the padded text, closed with that key
 */
record SealedTold(byte[] wrappedKey, byte[] content) {}
