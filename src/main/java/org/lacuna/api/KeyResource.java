package org.lacuna.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.ledger.ServiceKey;
import org.lacuna.ledger.VerificationKey;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Digest;

/** The public half of the key that signs what we publish. */
@Path("/api/v1/key")
@Produces(Answers.JSON)
@Tag(name = "Verification", description = "What it takes to check that nothing was altered")
public class KeyResource {
    private final ServiceKey key;
    private final ObjectMapper json;

    KeyResource(ServiceKey key, ObjectMapper json) {
        this.key = key;
        this.json = json;
    }

    /**
     * The key in the two forms that programs read.
     *
     * @param algorithm always {@code Ed25519} (RFC 8032)
     * @param publicKey the 32 bytes in Base64
     * @param pem SubjectPublicKeyInfo in PEM, as OpenSSL reads it
     */
    record PublicKey(String algorithm, String publicKey, String pem) {}

    @GET
    @Operation(
            operationId = "readKey",
            summary = "The service's public key",
            description = "Signatures of bulk files are made with it. Keep a copy: a key that you fetch together with"
                    + " the files proves only that both came from the same place.")
    @APIResponse(
            responseCode = "200",
            description = "The key, as Base64 and as PEM",
            content = @Content(schema = @Schema(implementation = PublicKey.class)))
    public Response key(@Context Request request) {
        VerificationKey known = key.verification();
        byte[] body = CanonicalJson.bytes(json.valueToTree(new PublicKey("Ed25519", known.base64(), known.pem())));
        return Answers.tagged(body, Digest.of(body), request).build();
    }
}
