/** Reads one answer with one definition and says which outcome it shows. Never guesses: what no rule fits is unclear. */
package org.lacuna.crawl.detect;
