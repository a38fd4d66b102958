package org.lacuna.publication.follow;

import java.time.Instant;
import org.lacuna.shared.Digest;

/**
 * A change that a follower is told of, before any document is read.
 *
 * @param digest of both versions as they are handed out now: another one means that they are shown otherwise
 */
public record Mark(long sequence, String action, String slug, Instant recorded, Instant shown, Digest digest) {}
