package org.lacuna.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.lacuna.evidence.files.CheckedFile;
import org.lacuna.evidence.files.RefusedFile;

/** Looks at a file while it streams through, and refuses what cannot be taken. */
final class FileCheck {
    private FileCheck() {}

    /** @throws FileRefused if it cannot be taken; what was written until then is to be thrown away */
    static CheckedFile copy(String name, InputStream from, OutputStream to, long mostBytes) throws IOException {
        try {
            return CheckedFile.copy(from, to, mostBytes);
        } catch (RefusedFile refused) {
            throw new FileRefused(name, refused.reason().word());
        }
    }
}
