package org.lacuna.evidence.files;

import org.lacuna.shared.Word;

/** What may come in as evidence. Everything else is refused. */
public enum FileKind implements Word {
    /** ISO/IEC 10918-1, as cameras write it. */
    JPEG("image/jpeg", "jpg"),
    /** W3C PNG. */
    PNG("image/png", "png"),
    /** RFC 9649. */
    WEBP("image/webp", "webp"),
    /** ISO 32000, with nothing in it that acts by itself. */
    PDF("application/pdf", "pdf"),
    /** ISO/IEC 14496-12 with one of the brands that browsers play. */
    MP4("video/mp4", "mp4"),
    /** Matroska (RFC 9559) of the type {@code webm}. */
    WEBM("video/webm", "webm"),
    /** UTF-8, or UTF-16 with a byte order mark. */
    TEXT("text/plain", "txt");

    private final String mediaType;
    private final String ending;

    FileKind(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** As it is sent in {@code Content-Type}; without a charset. */
    public String mediaType() {
        return mediaType;
    }

    /** Of a file name, without the dot. */
    public String ending() {
        return ending;
    }

    /**
     * The kind of this word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FileKind named(String word) {
        return Word.of(FileKind.class, word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a kind of file such as 'jpeg', found a word of " + word.length() + " characters"));
    }
}
