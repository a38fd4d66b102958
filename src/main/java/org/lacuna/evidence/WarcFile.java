package org.lacuna.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.lacuna.shared.SafeFile;

/**
 * A WARC file that this process writes. Its name ends with {@code .open} until it is done, and tells when it was begun
 * and nothing else. After a failure it takes no more: what a disk says after it failed to keep something is not believed.
 */
final class WarcFile {
    static final String OPEN = ".open";
    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("uuuu/MM/").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private final String name;
    private final Path done;
    private final Path open;
    private final Claim claim;
    private final Disk.Sink sink;
    private long length;
    private long withoutExchange;
    private boolean whole = true;

    private WarcFile(String name, Path done, Path open, Claim claim, Disk.Sink sink) {
        this.name = name;
        this.done = done;
        this.open = open;
        this.claim = claim;
        this.sink = sink;
    }

    static WarcFile begin(Path directory, Instant now, Disk disk) throws IOException {
        String random = UUID.randomUUID().toString().substring(24);
        String name = FOLDER.format(now) + "lacuna-" + TIME.format(now) + "-" + random + ".warc.gz";
        Path done = directory.resolve(name);
        Path open = done.resolveSibling(done.getFileName() + OPEN);
        Claim claim = Claim.tryTake(open).orElseThrow(() -> new IOException("a new file is claimed by somebody else"));
        Disk.Sink sink;
        try {
            sink = disk.create(open);
        } catch (IOException refused) {
            claim.close();
            throw refused;
        }
        WarcFile begun = new WarcFile(name, done, open, claim, sink);
        try {
            begun.append(List.of(new Packer().warcinfo(done.getFileName().toString(), RecordHead.date(now))));
            begun.withoutExchange = begun.length;
            return begun;
        } catch (IOException failed) {
            begun.close();
            throw failed;
        }
    }

    String name() {
        return name;
    }

    long length() {
        return length;
    }

    /** Appends all and returns when it is on the disk; otherwise nothing of it stays, and this file must be closed. */
    void append(List<byte[]> parts) throws IOException {
        if (!Files.exists(open)) {
            throw new IOException("the file was moved or deleted while it was written");
        }
        try {
            long grown = length;
            for (byte[] part : parts) {
                sink.append(part);
                grown += part.length;
            }
            sink.force();
            length = grown;
        } catch (IOException failed) {
            cutBack(failed);
            throw failed;
        }
    }

    private void cutBack(IOException failed) {
        try {
            sink.cut(length);
            sink.force();
        } catch (IOException again) {
            whole = false;
            failed.addSuppressed(again);
        }
    }

    /** Gives it its lasting name. One that is not in order is left to whoever repairs; one without an exchange goes. */
    void close() throws IOException {
        try (claim) {
            sink.close();
            if (length == withoutExchange) {
                Files.deleteIfExists(open);
            } else if (whole) {
                SafeFile.rename(open, done);
            }
        }
    }
}
