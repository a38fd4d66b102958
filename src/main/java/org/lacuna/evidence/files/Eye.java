package org.lacuna.evidence.files;

/** Looks at bytes while they pass. */
interface Eye {
    /** Sees nothing. */
    Eye CLOSED = (bytes, from, length) -> {};

    void see(byte[] bytes, int from, int length) throws RefusedFile;

    /** Both look. */
    default Eye and(Eye other) {
        return (bytes, from, length) -> {
            see(bytes, from, length);
            other.see(bytes, from, length);
        };
    }
}
