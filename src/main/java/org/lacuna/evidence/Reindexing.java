package org.lacuna.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Digest;

/** Reads a WARC file of ours to write its rows of the index again; those that are there stay as they are. */
final class Reindexing {
    private static final int AT_ONCE = 500;

    private final CaptureIndex index;

    Reindexing(CaptureIndex index) {
        this.index = index;
    }

    /**
     * Indexes every whole exchange of a file.
     *
     * @param name the file's lasting name in the index
     * @param from where to begin, at the start of the file or the end of an exchange
     * @return where the last whole exchange ends; behind it is nothing that anybody was told of
     */
    long reindex(Path file, String name, long from) throws IOException {
        List<Indexed> rows = new ArrayList<>();
        Optional<MemberScan.Member> answer = Optional.empty();
        long whole = from;
        try (MemberScan scan = new MemberScan(file, from);
                RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            for (Optional<MemberScan.Member> next = scan.next(); next.isPresent(); next = scan.next()) {
                MemberScan.Member member = next.get();
                switch (member.head("warc-type")) {
                    case "warcinfo" -> whole = member.end();
                    case "response", "revisit" -> answer = next;
                    case "request" -> {
                        if (answer.isPresent()) {
                            whole = member.end();
                            rows.add(row(answer.get(), whole, name, bytes));
                            answer = Optional.empty();
                        }
                    }
                    default -> {
                        // metadata, between the two
                    }
                }
                if (rows.size() == AT_ONCE) {
                    index.add(rows);
                    rows.clear();
                }
            }
        } catch (IllegalArgumentException | DateTimeParseException notOurs) {
            throw new IOException("expected records as we write them, found others", notOurs);
        }
        index.add(rows);
        return whole;
    }

    private static Indexed row(MemberScan.Member answer, long end, String name, RandomAccessFile file)
            throws IOException {
        byte[] bytes = new byte[Math.toIntExact(end - answer.start())];
        file.seek(answer.start());
        file.readFully(bytes);
        String id = answer.head("warc-record-id");
        return new Indexed(
                Digest.of(bytes),
                name,
                answer.start(),
                bytes.length,
                Instant.parse(answer.head("warc-date")),
                Optional.of(answer.head(Packer.REFERS_TO.toLowerCase(Locale.ROOT)))
                        .filter(digest -> !digest.isEmpty())
                        .map(Digest::parse),
                UUID.fromString(id.substring("<urn:uuid:".length(), id.length() - 1)),
                answer.head("warc-target-uri"),
                Digest.parse(answer.head("warc-payload-digest")));
    }
}
