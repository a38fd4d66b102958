/**
 * Keyed marks of what people tell, by which like submissions are found without opening them. Never keeps a word of a
 * text, nor anything that can be read without the installation's key.
 */
package org.lacuna.intake.marks;
