package org.lacuna.fetch;

import java.util.Optional;

/**
 * What an answer said of its version, to ask later whether it is still the same one (RFC 9110 §8.8, §13.1). Both are
 * sent back exactly as received.
 *
 * @param etag the value of ETag, weak or strong
 * @param lastModified the value of Last-Modified
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    private static final int LONGEST = 512;

    public Validators {
        if (etag.isEmpty() && lastModified.isEmpty()) {
            throw new IllegalArgumentException("expected an ETag or a Last-Modified, found neither");
        }
        if (etag.filter(Validators::unfit).isPresent()
                || lastModified.filter(Validators::unfit).isPresent()) {
            throw new IllegalArgumentException(
                    "expected validators of 1 to " + LONGEST + " visible ASCII characters, found others");
        }
    }

    /**
     * The validators of an answer. None if redirects led to it: they belong to the last URL and we shall ask the first.
     * None either for any status but 200, and none from values that could not be sent back.
     */
    public static Optional<Validators> of(Answer answer) {
        if (answer.status() != 200 || answer.redirected()) {
            return Optional.empty();
        }
        Optional<String> etag = answer.header("etag").filter(value -> !unfit(value));
        Optional<String> lastModified = answer.header("last-modified").filter(value -> !unfit(value));
        return etag.isEmpty() && lastModified.isEmpty()
                ? Optional.empty()
                : Optional.of(new Validators(etag, lastModified));
    }

    private static boolean unfit(String value) {
        return value.isBlank() || value.length() > LONGEST || !value.chars().allMatch(c -> c >= ' ' && c < 127);
    }
}
