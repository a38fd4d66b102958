package org.lacuna.intake.page;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lacuna.intake.ArrivingFiles;
import org.lacuna.intake.FileRefused;
import org.lacuna.page.SentForm;
import org.lacuna.page.SentParts;

/** Hands on files as they came, and says what was wrong with one. */
final class SentFiles {
    static final String FIELD = "files";

    /** Signs that turn the order of a name, so that {@code gpj.exe} reads as {@code exe.jpg}, and what cannot be shown. */
    private static final Pattern DECEIVING =
            Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\p{Cntrl}" + SentForm.UNREADABLE + "]");

    private SentFiles() {}

    static ArrivingFiles of(Optional<SentParts> parts) {
        return parts.<ArrivingFiles>map(sent -> taker -> sent.files((name, bytes) -> taker.take(honest(name), bytes)))
                .orElse(ArrivingFiles.NONE);
    }

    static String complaint(Say say, FileRefused refused) {
        return say.of("file.problem", "file", refused.fileName(), "reason", say.orOther("file", refused.reason()));
    }

    static String honest(String name) {
        String honest = DECEIVING.matcher(name).replaceAll("_");
        return honest.isBlank() ? "file" : honest;
    }
}
