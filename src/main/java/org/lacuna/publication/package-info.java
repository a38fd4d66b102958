/** Decides what is public and writes it once, as canonical bytes. Never lets a shielded fact through. */
package org.lacuna.publication;
