package org.lacuna.desk.door;

import org.lacuna.intake.seal.Recipient;

/**
 * A password as it is stored, and the key pair that it closes.
 *
 * @param recipient the public half
 * @param wrapped the private half, closed with the key that only the password gives
 */
record Lock(String passwordHash, Recipient recipient, byte[] wrapped) {}
