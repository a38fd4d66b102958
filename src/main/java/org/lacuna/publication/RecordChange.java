package org.lacuna.publication;

import java.time.Instant;
import org.lacuna.shared.Digest;

/**
 * One row of the change feed.
 *
 * @param sequence from 1, without gaps
 * @param action created or edited
 * @param kind case or incident
 * @param digest of the document that this change wrote
 */
public record RecordChange(long sequence, String action, String kind, String slug, Digest digest, Instant recorded) {}
