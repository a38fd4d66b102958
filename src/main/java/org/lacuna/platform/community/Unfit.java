package org.lacuna.platform.community;

/** Why one rule of others cannot be taken over; the words after “skipped: ”. */
final class Unfit extends RuntimeException {
    Unfit(String reason) {
        super(reason, null, false, false);
    }
}
