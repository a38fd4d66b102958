package org.lacuna.boot;

/** What PostgreSQL promises about a commit. */
public enum Durability {
    /** A commit survives a power cut. */
    DURABLE,
    /** A commit may be lost with the machine; only for data that a test makes and throws away. */
    FOR_TESTS;

    String setting() {
        return this == DURABLE ? "on" : "off";
    }
}
