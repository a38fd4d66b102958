/** Packs public copies as WACZ. Never holds more than one of them in memory, and never packs an original. */
package org.lacuna.evidence.wacz;
