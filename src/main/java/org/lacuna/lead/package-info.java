/** Reads feeds for what an editor should look at. Never makes a case of it, and trusts nothing that a feed says. */
package org.lacuna.lead;
