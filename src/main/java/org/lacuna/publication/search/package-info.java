/** Finds public cases by their words, best first. Never ranks more of them than it says. */
package org.lacuna.publication.search;
