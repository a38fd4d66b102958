/** Turns text of any script into words to find it by. Never knows a case, nor touches the database. */
package org.lacuna.publication.words;
