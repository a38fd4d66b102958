package org.lacuna.publication.bulk;

import java.util.List;

/**
 * The digests of a set's files, one a line, as {@code sha256sum --check} reads them. Its first line says what it is, so that
 * its signature can never pass for one of anything else.
 */
final class Manifest {
    static final String FILE = "SHA256SUMS";
    static final String SIGNATURE = "SHA256SUMS.sig";

    private Manifest() {}

    static String of(Told told, List<BulkFile> files) {
        StringBuilder text = new StringBuilder();
        text.append("# Lacuna bulk files ").append(told.name()).append('\n');
        files.forEach(file -> text.append(file.digest().hex())
                .append("  ")
                .append(file.name())
                .append('\n'));
        return text.toString();
    }
}
