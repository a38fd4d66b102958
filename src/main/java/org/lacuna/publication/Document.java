package org.lacuna.publication;

import java.time.Instant;
import org.lacuna.shared.Digest;

/**
 * A public document as it is handed out.
 *
 * @param body canonical JSON (RFC 8785) in UTF-8
 * @param digest of the body; its entity tag
 * @param sequence number of the change that wrote it
 * @param changed when
 */
public record Document(byte[] body, Digest digest, long sequence, Instant changed) {}
