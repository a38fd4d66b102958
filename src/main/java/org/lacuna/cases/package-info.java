/** Incidents, cases, sources and entries; the status folded from them. Never forgets, never overwrites. */
package org.lacuna.cases;
