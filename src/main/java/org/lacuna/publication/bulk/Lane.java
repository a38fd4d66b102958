package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Writes the files of one format in a thread of its own, in the order in which documents are handed over. Whoever hands
 * them over waits while the lane is behind, so only a few are in memory.
 */
final class Lane implements Closeable {
    private static final int WAITING = 2;
    private static final int LOOK_AGAIN_SECONDS = 1;
    private static final List<Parsed> END = List.of();

    private final Format format;
    private final BlockingQueue<List<Parsed>> waiting = new ArrayBlockingQueue<>(WAITING);
    private final List<Open> files = new ArrayList<>();
    private final Thread thread;
    private volatile Optional<Exception> failure = Optional.empty();

    /** A document as it is stored and as it reads. */
    record Parsed(byte[] body, JsonNode document) {}

    /** One file being written. */
    private static final class Open {
        private final String name;
        private final Table table;
        private final SetFile file;
        private final TableFile rows;
        private long count;

        Open(String name, Table table, SetFile file, TableFile rows) {
            this.name = name;
            this.table = table;
            this.file = file;
            this.rows = rows;
        }
    }

    Lane(Format format) {
        this.format = format;
        this.thread = new Thread(this::run, "bulk-" + format.ending());
        thread.setDaemon(true);
    }

    /** One more file, before the lane is started. */
    void open(String name, Table table, Told told, SetFile file) throws IOException {
        files.add(new Open(name, table, file, format.open(table, told.inside(), file)));
    }

    void start() {
        thread.start();
    }

    /** Hands documents over, at least one. */
    void put(List<Parsed> documents) throws IOException {
        try {
            while (!waiting.offer(documents, LOOK_AGAIN_SECONDS, TimeUnit.SECONDS)) {
                rethrow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while bulk files were written", stopped);
        }
        rethrow();
    }

    /** Waits for all that was handed over and ends the files. */
    List<BulkFile> finish() throws IOException {
        put(END);
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while bulk files were written", stopped);
        }
        rethrow();
        List<BulkFile> finished = new ArrayList<>();
        for (Open each : files) {
            finished.add(each.file.finish(each.name, format.media(), Optional.of(each.count)));
        }
        return finished;
    }

    private void run() {
        try {
            for (List<Parsed> some = waiting.take(); some != END; some = waiting.take()) {
                for (Parsed each : some) {
                    write(each);
                }
            }
            for (Open each : files) {
                each.rows.close();
            }
        } catch (IOException | RuntimeException broken) {
            failure = Optional.of(broken);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Parsed parsed) throws IOException {
        for (Open each : files) {
            int position = 0;
            for (JsonNode item : each.table.items().apply(parsed.document())) {
                each.rows.write(new Row(parsed.document(), item, ++position), parsed.body());
                each.count++;
            }
        }
    }

    private void rethrow() throws IOException {
        if (failure.isPresent()) {
            throw new IOException(failure.get().getMessage(), failure.get());
        }
    }

    /** Gives up what is not finished. */
    @Override
    public void close() throws IOException {
        thread.interrupt();
        for (Open each : files) {
            each.file.abandon();
        }
    }
}
