package org.lacuna.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.lacuna.ledger.PublicLog;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.publication.Parameters;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Digest;

/** Proves that a version of something public stands in the log, whatever it is a version of. */
@Singleton
class Proofs {
    static final org.lacuna.publication.Parameter SEQUENCE = Parameters.number(
            "sequence", 1, Long.MAX_VALUE / 10, "The number of the version; without it that of today", "12");
    private static final long SECONDS = 2;

    private final PublicLog log;
    private final ObjectMapper json;

    Proofs(PublicLog log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    /**
     * What it takes to check it.
     *
     * @param sequence number of the change that wrote the version
     * @param digest of the version, as the entry commits to it
     * @param index of the entry in the log, from 0
     * @param entry the bytes that are hashed, as text
     * @param leafHash of the entry (RFC 6962), in Base64
     * @param path hashes from the leaf's neighbour to the root's child, in Base64
     * @param checkpoint the signed note of the tree
     * @param text index, path and checkpoint in the format of C2SP tlog-proof
     */
    record Proven(
            String slug,
            long sequence,
            String digest,
            long index,
            String entry,
            String leafHash,
            List<String> path,
            String checkpoint,
            String text) {}

    /**
     * Entry, inclusion proof and checkpoint, or that it is too early to ask.
     *
     * @param kind of what it is a version, in the words of the change feed
     * @throws NotFoundException if it has no version of this number
     * @throws ServiceUnavailableException if it waits for its place in the log
     */
    Response prove(String kind, String slug, long sequence, Request request) {
        OptionalLong position = log.position(sequence);
        if (position.isEmpty()) {
            throw unknown(slug, sequence);
        }
        PublicLog.Proof proof = log.proof(position.getAsLong())
                .orElseThrow(() -> new ServiceUnavailableException(
                        "Change " + sequence + " waits for its place in the log; ask again in a second or two.",
                        SECONDS));
        JsonNode entry = read(proof.entry());
        if (!entry.path("kind").asText().equals(kind)
                || !entry.path("slug").asText().equals(slug)
                || entry.path("sequence").asLong() != sequence) {
            throw unknown(slug, sequence);
        }
        byte[] body = CanonicalJson.bytes(json.valueToTree(proven(slug, sequence, entry, proof)));
        return Answers.tagged(body, Digest.of(body), request)
                .header("Cache-Control", "no-cache")
                .build();
    }

    private static Proven proven(String slug, long sequence, JsonNode entry, PublicLog.Proof proof) {
        return new Proven(
                slug,
                sequence,
                entry.path("digest").asText(),
                proof.inclusion().index(),
                new String(proof.entry(), StandardCharsets.UTF_8),
                proof.leaf().base64(),
                proof.inclusion().path().stream().map(Hash::base64).toList(),
                new String(proof.checkpoint(), StandardCharsets.UTF_8),
                proof.text());
    }

    private static NotFoundException unknown(String slug, long sequence) {
        return new NotFoundException("expected the number of a version of '" + slug + "', found " + sequence
                + "; /api/v1/changes lists them");
    }

    private JsonNode read(byte[] entry) {
        try {
            return json.readTree(entry);
        } catch (IOException broken) {
            throw new UncheckedIOException("an entry of the log does not read as JSON", broken);
        }
    }
}
