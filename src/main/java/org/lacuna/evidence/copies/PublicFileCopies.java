package org.lacuna.evidence.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.lacuna.evidence.copies.Copy.Made;
import org.lacuna.evidence.copies.Copy.NotMade;
import org.lacuna.evidence.copies.Copy.Reason;
import org.lacuna.evidence.files.CheckedFile;
import org.lacuna.evidence.files.FileKind;
import org.lacuna.evidence.files.RefusedFile;

/** Makes public copies, each in a process that knows no secret, writes no file and does not live long. */
@ApplicationScoped
public class PublicFileCopies {
    private static final Logger LOG = Logger.getLogger(PublicFileCopies.class);

    private final CopySettings settings;
    private final Semaphore turns;

    PublicFileCopies(CopySettings settings) {
        this.settings = settings;
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    /**
     * Draws what can be seen in this file anew: a JPEG as JPEG, a PNG as PNG, a WebP as PNG where it has transparent
     * parts and as JPEG elsewhere, a document as pictures of its pages, a text as UTF-8. Waits for its turn and then for
     * the worker, so it is nothing for a thread that must not wait.
     *
     * @param original read to its end at most once; not closed
     * @param kind as {@link CheckedFile#copy} found it
     * @throws IOException if the original cannot be read; whatever is wrong with it or with us comes back as {@link
     *     NotMade}
     */
    public Copy make(InputStream original, FileKind kind) throws IOException {
        if (kind == FileKind.MP4 || kind == FileKind.WEBM) {
            return new NotMade(Reason.VIDEO);
        }
        try {
            if (!turns.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return new NotMade(Reason.BUSY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new NotMade(Reason.BUSY);
        }
        try {
            return sound(byWorker(original, kind));
        } finally {
            turns.release();
        }
    }

    /** Whether a copy can be made on this machine, found out by making one of an empty page. */
    public boolean worksHere() {
        try {
            Copy copy = make(new ByteArrayInputStream(EmptyPage.pdf()), FileKind.PDF);
            return copy instanceof Made || copy instanceof NotMade not && not.reason() == Reason.BUSY;
        } catch (IOException impossible) {
            throw new IllegalStateException("expected an array to be readable", impossible);
        }
    }

    private Copy byWorker(InputStream original, FileKind kind) throws IOException {
        try (Worker worker = Worker.start(settings, kind)) {
            return worker.copy(original);
        } catch (NoWorker absent) {
            LOG.warnf("no public copy can be made: %s", absent.getMessage());
            return new NotMade(Reason.NO_WORKER);
        }
    }

    /** A worker has read a stranger's file; what it hands back is checked like a stranger's. */
    private static Copy sound(Copy copy) throws IOException {
        if (!(copy instanceof Made made)) {
            return copy;
        }
        try {
            CheckedFile checked = CheckedFile.copy(
                    new ByteArrayInputStream(made.bytes()), OutputStream.nullOutputStream(), made.bytes().length);
            return checked.kind() == made.kind() ? made : new NotMade(Reason.UNREADABLE);
        } catch (RefusedFile refused) {
            return new NotMade(Reason.UNREADABLE);
        }
    }
}
