package org.lacuna.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.ledger.PublicLog;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.publication.Document;
import org.lacuna.publication.Parameters;
import org.lacuna.publication.PublicRecord;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Digest;

/** Proves that a version of a case stands in the log. */
@Path("/api/v1/cases/{slug}/proof")
@Produces(Answers.JSON)
@Tag(name = "Verification", description = "What it takes to check that nothing was altered")
public class ProofResource {
    static final org.lacuna.publication.Parameter SEQUENCE = Parameters.number(
            "sequence", 1, Long.MAX_VALUE / 10, "The number of the version; without it that of today", "12");
    private static final long SECONDS = 2;

    private final PublicRecord record;
    private final PublicLog log;
    private final ObjectMapper json;

    ProofResource(PublicRecord record, PublicLog log, ObjectMapper json) {
        this.record = record;
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

    @GET
    @Operation(
            operationId = "proveCase",
            summary = "That a version of a case is in the log",
            description = "The digest is the SHA-256 of the document's bytes. `/log` says how to check it.")
    @Parameter(
            name = "slug",
            in = ParameterIn.PATH,
            description = "The case, as its address names it",
            example = "zoom-humanitarian-china-2020")
    @APIResponse(
            responseCode = "200",
            description = "Entry, inclusion proof and checkpoint",
            content = @Content(schema = @Schema(implementation = Proven.class)))
    @APIResponse(responseCode = "404", description = "No case has this slug, or no version this number")
    @APIResponse(responseCode = "503", description = "It was published this moment; ask again in a second or two")
    public Response prove(@PathParam("slug") String slug, @Context UriInfo uri, @Context Request request) {
        Optional<Long> asked = Asked.in(uri).text(SEQUENCE).map(Long::valueOf);
        long sequence = asked.or(() -> last(slug))
                .orElseThrow(() -> new NotFoundException(
                        "expected the slug of a public case, found '" + slug + "'; /api/v1/cases lists them"));
        OptionalLong position = log.position(sequence);
        if (position.isEmpty()) {
            throw unknown(slug, sequence);
        }
        PublicLog.Proof proof = log.proof(position.getAsLong())
                .orElseThrow(() -> new ServiceUnavailableException(
                        "Change " + sequence + " waits for its place in the log; ask again in a second or two.",
                        SECONDS));
        JsonNode entry = read(proof.entry());
        if (!entry.path("kind").asText().equals("case")
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

    private Optional<Long> last(String slug) {
        return record.caseDocument(slug)
                .or(() -> record.goneCase(slug).map(PublicRecord.Gone::document))
                .map(Document::sequence);
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
