/**
 * The Merkle tree of RFC 6962 §2.1 in SHA-256, cut into the tiles of C2SP tlog-tiles: plain Java that anybody may lift out.
 * Never reads a clock, a key or a database.
 */
package org.lacuna.ledger.merkle;
