package org.lacuna.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.lacuna.evidence.EvidenceDamaged;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * Compares what documents name as evidence with what is kept: captures in WARC files, files that people allow to be seen,
 * editions of reports. A document's entry commits to these digests.
 */
@ApplicationScoped
class CompareEvidence {
    private final CommittedQueries queries;
    private final EvidenceStore store;
    private final ThisProcess process;
    private final ObjectMapper json;

    CompareEvidence(CommittedQueries queries, EvidenceStore store, ThisProcess process, ObjectMapper json) {
        this.queries = queries;
        this.store = store;
        this.process = process;
        this.json = json;
    }

    /**
     * Compares what versions name.
     *
     * @param seen what was compared before, and what is now
     */
    void compare(List<Long> sequences, Set<Digest> seen, Consumer<String> wrong) {
        if (sequences.isEmpty()) {
            return;
        }
        queries.bodies(sequences).forEach((sequence, body) -> {
            JsonNode document = read(body);
            if (document.path("kind").asText().equals(Bodies.EDITION)) {
                edition(document, wrong);
            } else if (isHere()) {
                document.path("timeline")
                        .forEach(line -> line.path("evidence").forEach(each -> capture(each, sequence, seen, wrong)));
                document.path("sources").forEach(source -> capture(source.path("archived"), sequence, seen, wrong));
            }
        });
    }

    /** Files that stand in the database. */
    void files(Consumer<String> wrong) {
        queries.otherFiles().forEach(file -> wrong.accept(file + " is not what its digest says"));
    }

    /** A node that only answers readers need not have the folder; one that crawls has it, or has lost it. */
    private boolean isHere() {
        return process.plays(Role.CRAWLER) || store.isHere();
    }

    private void capture(JsonNode named, long sequence, Set<Digest> seen, Consumer<String> wrong) {
        if (!named.isTextual()) {
            return;
        }
        try {
            Digest digest = Digest.parse(named.textValue());
            if (seen.add(digest) && store.bytes(digest).isEmpty()) {
                wrong.accept("the evidence " + digest + ", which change " + sequence + " names, is not kept here");
            }
        } catch (EvidenceDamaged | IllegalArgumentException damaged) {
            wrong.accept("the evidence of change " + sequence + ": " + damaged.getMessage());
        }
    }

    private void edition(JsonNode edition, Consumer<String> wrong) {
        String report = edition.path("report").asText();
        int number = edition.path("number").asInt();
        edition.path("files").forEach(file -> {
            String format = file.path("format").asText();
            boolean same = queries.editionFile(report, number, format)
                    .filter(digest -> digest.equals(file.path("digest").asText()))
                    .isPresent();
            if (!same) {
                wrong.accept("the " + format + " of edition " + report + "/" + number
                        + " is another in the database than was published");
            }
        });
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException changed) {
            // whoever compares the document itself names that
            return json.createObjectNode();
        }
    }
}
