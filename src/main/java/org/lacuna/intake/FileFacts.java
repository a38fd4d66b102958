package org.lacuna.intake;

/**
 * What is known of a file that a person sent; closed together with it.
 *
 * @param name as the person's device calls it
 * @param kind word of its kind, found by its content
 * @param bytes its length
 * @param sha256 digest of its content
 */
public record FileFacts(String name, String kind, long bytes, String sha256) {
    @Override
    public String toString() {
        return "facts of a file";
    }
}
