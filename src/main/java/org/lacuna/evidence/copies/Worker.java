package org.lacuna.evidence.copies;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lacuna.evidence.copies.Copy.NotMade;
import org.lacuna.evidence.copies.Copy.Reason;
import org.lacuna.evidence.files.CheckedFile;
import org.lacuna.evidence.files.FileKind;

/** One process that makes one copy. It is given the original after it said that it is there, and answers once. */
final class Worker implements AutoCloseable {
    private static final int LAST_WORDS = 300;

    private final CopySettings settings;
    private final Process process;
    private final DataInputStream answer;
    private final AtomicBoolean late = new AtomicBoolean();

    private Worker(CopySettings settings, Process process) {
        this.settings = settings;
        this.process = process;
        this.answer = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        CompletableFuture.delayedExecutor(settings.time().toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::end);
    }

    static Worker start(CopySettings settings, FileKind kind) throws NoWorker {
        try {
            return new Worker(settings, WorkerCommand.of(settings, kind).start());
        } catch (IOException refused) {
            throw new NoWorker("the machine does not start " + WorkerCommand.java() + ": " + refused.getMessage());
        }
    }

    /**
     * @throws IOException if the original cannot be read
     * @throws NoWorker if the process ended before it was given anything
     */
    Copy copy(InputStream original) throws IOException, NoWorker {
        if (!isThere()) {
            if (late.get()) {
                return new NotMade(Reason.TOO_LONG);
            }
            throw new NoWorker("expected a process that says it is ready, found one that ended with " + exitCode()
                    + "; it said: " + lastWords());
        }
        if (!hand(original)) {
            return new NotMade(Reason.TOO_LARGE);
        }
        try {
            return Frame.read(answer, settings.mostBytes().asLongValue());
        } catch (IOException endedBefore) {
            return new NotMade(whyItEnded());
        }
    }

    /** Kills it, should it still live. */
    @Override
    public void close() {
        process.destroyForcibly();
        for (Closeable pipe : List.of(answer, process.getErrorStream(), process.getOutputStream())) {
            try {
                pipe.close();
            } catch (IOException alreadyGone) {
                // there is nobody at the other end
            }
        }
    }

    private void end() {
        if (process.isAlive()) {
            late.set(true);
            process.destroyForcibly();
        }
    }

    private boolean isThere() {
        try {
            return answer.read() == Frame.READY;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Whether the original was not too large; a worker that stops listening has its reason, and says it. */
    private boolean hand(InputStream original) throws IOException {
        byte[] piece = new byte[64 * 1024];
        long handed = 0;
        boolean listening = true;
        for (int read = original.read(piece); read >= 0 && listening && !late.get(); read = original.read(piece)) {
            handed += read;
            if (handed > CheckedFile.MOST_BYTES) {
                return false;
            }
            listening = write(piece, read);
        }
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            // it does not listen any more; its answer says why, or its end
        }
        return true;
    }

    private boolean write(byte[] piece, int length) {
        try {
            OutputStream input = process.getOutputStream();
            input.write(piece, 0, length);
            input.flush();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private Reason whyItEnded() {
        int code = exitCode();
        if (late.get()) {
            return Reason.TOO_LONG;
        }
        return switch (code) {
            case WorkerCommand.OUT_OF_MEMORY -> Reason.TOO_MUCH_MEMORY;
            case WorkerCommand.OUT_OF_PROCESSOR_TIME -> Reason.TOO_LONG;
            default -> Reason.UNREADABLE;
        };
    }

    private int exitCode() {
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private String lastWords() {
        try (InputStream error = process.getErrorStream()) {
            return new String(error.readNBytes(LAST_WORDS), StandardCharsets.UTF_8)
                    .replaceAll("\\s+", " ")
                    .strip();
        } catch (IOException silent) {
            return "nothing";
        }
    }
}
