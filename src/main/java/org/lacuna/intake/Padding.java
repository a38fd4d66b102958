package org.lacuna.intake;

/**
 * Rounds lengths up so that the size of what is stored tells little of what it is. Padmé (Nikitin et al., “Reducing
 * Metadata Leakage from Encrypted Files and Communication with PURBs”, 2019, §4): the length leaks O(log log n) bits,
 * for twelve per cent more bytes at the most. Short texts all get the same length.
 */
final class Padding {
    static final int SHORTEST = 4096;

    private Padding() {}

    /** The length to which so many bytes are filled up. */
    static long padded(long length) {
        if (length <= SHORTEST) {
            return SHORTEST;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(length);
        int lengthOfExponent = 32 - Integer.numberOfLeadingZeros(exponent);
        long mask = (1L << (exponent - lengthOfExponent)) - 1;
        return (length + mask) & ~mask;
    }
}
