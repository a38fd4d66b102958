package org.lacuna.publication.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** An id that a restriction keeps in every set: a UUID of version 5 (RFC 9562 §5.5) of its case and its own id. */
final class StatementId {
    /** The RFC's name space of URLs; ours begin where a site's name would end, which an installation may change. */
    private static final UUID URLS = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private StatementId() {}

    static UUID of(String slug, String restriction) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(URLS.getMostSignificantBits())
                    .putLong(URLS.getLeastSignificantBits())
                    .flip());
            ByteBuffer hash = ByteBuffer.wrap(
                    sha1.digest(("/cases/" + slug + "#" + restriction).getBytes(StandardCharsets.UTF_8)));
            long most = hash.getLong() & ~0xF000L | 0x5000L;
            long least = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
            return new UUID(most, least);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
