package org.lacuna.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.lacuna.ledger.merkle.ConsistencyProof;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.ledger.note.Checkpoint;
import org.lacuna.ledger.note.Cosignature;
import org.lacuna.ledger.note.NoteKey;
import org.lacuna.ledger.note.SignedNote;

/** A witness as C2SP tlog-witness describes it, for one log. It can be told to lie. */
final class SmallWitness implements AutoCloseable {
    private static final String NAME = "witness.example/w1";

    private final NoteKey log;
    private final KeyPair pair;
    private final HttpServer server;
    TreeHead seen = TreeHead.EMPTY;
    boolean forges;

    SmallWitness(int port, NoteKey log) throws IOException {
        this.log = log;
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/w/add-checkpoint", this::add);
        server.start();
    }

    Witness asConfigured() {
        return Witness.parse(key() + " http://127.0.0.1:" + server.getAddress().getPort() + "/w");
    }

    NoteKey key() {
        byte[] spki = pair.getPublic().getEncoded();
        return new NoteKey(NAME, NoteKey.COSIGNATURE, Arrays.copyOfRange(spki, spki.length - 32, spki.length));
    }

    private void add(HttpExchange exchange) throws IOException {
        String[] parts = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("\n\n", 2);
        List<String> lines = List.of(parts[0].split("\n"));
        SignedNote note = SignedNote.parse(parts[1].getBytes(StandardCharsets.UTF_8));
        long old = Long.parseLong(lines.get(0).substring("old ".length()));
        List<Hash> path = lines.stream().skip(1).map(Hash::ofBase64).toList();
        TreeHead next = Checkpoint.parse(note.text()).head();
        if (!note.signedBy(log)) {
            answer(exchange, 403, "");
        } else if (old > next.size()) {
            answer(exchange, 400, "");
        } else if (old != seen.size()) {
            answer(exchange, 409, seen.size() + "\n");
        } else if (old == 0 ? !path.isEmpty() : !new ConsistencyProof(old, next.size(), path).shows(seen, next)) {
            answer(exchange, 422, "");
        } else {
            seen = next;
            answer(exchange, 200, cosigned(note) + "\n");
        }
    }

    private String cosigned(SignedNote note) {
        Instant now = Instant.ofEpochSecond(1_800_000_000);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(Cosignature.message(now, forges ? "something else\n" : note.text()));
            return new Cosignature(now, signature.sign()).line(key()).toString();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // the next witness stands at the same port, and nothing may be sent to this one any more
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
