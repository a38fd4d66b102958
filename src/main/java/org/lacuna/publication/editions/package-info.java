/** Editions of reports: ordered, kept as drafts, reviewed, published, ended. Never changes one, nor renders one. */
package org.lacuna.publication.editions;
