/** Counts and intervals as plain Java over plain values. Never reads a database. */
package org.lacuna.statistics;
