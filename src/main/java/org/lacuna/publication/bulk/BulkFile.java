package org.lacuna.publication.bulk;

import java.util.Optional;
import org.lacuna.shared.Digest;

/**
 * One file of a set.
 *
 * @param name within the set
 * @param media its media type
 * @param bytes how many
 * @param digest SHA-256 of all of it
 * @param rows how many it holds; empty for what is no table
 */
public record BulkFile(String name, String media, long bytes, Digest digest, Optional<Long> rows) {}
