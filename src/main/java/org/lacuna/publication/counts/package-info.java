/** Counts what is public, by any two of its dimensions, and how long it lasted. Never mixes levels of verification. */
package org.lacuna.publication.counts;
