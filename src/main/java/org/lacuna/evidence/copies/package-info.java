/**
 * Makes the copy of a file that may be shown: what can be seen in it, drawn anew by a process of its own. Never cleans an
 * original, and never lets one be read in the process that holds keys.
 */
package org.lacuna.evidence.copies;
