/** Turns text of any script into words to find it by. Knows nothing of cases and never touches the database. */
package org.lacuna.publication.words;
