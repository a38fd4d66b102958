package org.lacuna.intake.seal;

/**
 * What comes out of a receipt.
 *
 * @param lookup 32 bytes by which the database finds a submission
 * @param wrapping 32 bytes that wrap the submission's key, and are stored nowhere
 */
public record ReceiptKeys(byte[] lookup, byte[] wrapping) {
    @Override
    public String toString() {
        return "keys of a receipt";
    }
}
