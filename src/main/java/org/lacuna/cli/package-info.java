/** The commands of the launcher, one class each. Never decides anything itself. */
package org.lacuna.cli;
