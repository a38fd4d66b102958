package org.lacuna.publication;

import java.util.List;
import java.util.Optional;

/** Documents that were written before there was a field have none; reading them gives what empty means. */
final class Absent {
    private Absent() {}

    static <T> Optional<T> none(Optional<T> read) {
        return read == null ? Optional.empty() : read;
    }

    static <T> List<T> none(List<T> read) {
        return read == null ? List.of() : List.copyOf(read);
    }

    static String none(String read) {
        return read == null ? "" : read;
    }
}
