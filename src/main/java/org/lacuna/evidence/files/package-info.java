/** Decides by its content whether a file may come in, while it streams past. Never keeps a byte of it, nor quotes one. */
package org.lacuna.evidence.files;
