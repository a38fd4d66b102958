/** Keeps exchanges as WARC files, found again by their digest. Never alters what it has kept. */
package org.lacuna.evidence;
