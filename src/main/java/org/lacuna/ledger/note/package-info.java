/**
 * Signed notes (C2SP signed-note), checkpoints (tlog-checkpoint) and cosignatures (tlog-cosignature): what they say and
 * whether it is signed. Never holds a private key.
 */
package org.lacuna.ledger.note;
