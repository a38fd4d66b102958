/**
 * Public copies of captures: editors decide about them, readers find them by digest, by case and by address. Never hands
 * out a copy that nobody looked at, one that no public document offers, or an original.
 */
package org.lacuna.publication.captures;
