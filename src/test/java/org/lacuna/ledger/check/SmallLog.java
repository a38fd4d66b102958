package org.lacuna.ledger.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.lacuna.ledger.merkle.Bundle;
import org.lacuna.ledger.merkle.Growth;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.Tile;
import org.lacuna.ledger.merkle.TilePath;
import org.lacuna.ledger.note.Checkpoint;
import org.lacuna.ledger.note.HandOver;
import org.lacuna.ledger.note.NoteKey;
import org.lacuna.ledger.note.NoteLine;
import org.lacuna.ledger.note.SignedNote;
import org.lacuna.shared.Digest;

/** A log in a folder, made by hand, and the bulk file that belongs to it. */
public final class SmallLog {
    private static final String ORIGIN = "small.example/log";

    private final Path folder;
    private final List<byte[]> entries = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private KeyPair pair;
    private long sequence;

    public SmallLog(Path folder) {
        this.folder = folder;
        this.pair = newPair();
    }

    /** A case is published; its line of the bulk file is kept. */
    public void publish(String slug, String text) {
        String document = "{\"salt\":\"00ff\",\"sequence\":" + ++sequence + ",\"slug\":\"" + slug + "\",\"text\":\""
                + text + "\"}";
        lines.removeIf(line -> line.contains("\"slug\":\"" + slug + "\""));
        lines.add(document);
        entry("{\"action\":\"created\",\"digest\":\"" + Digest.of(document)
                + "\",\"kind\":\"case\",\"recorded\":\"2026-11-29T00:00:00.000000Z\",\"sequence\":" + sequence
                + ",\"slug\":\"" + slug + "\",\"type\":\"change\"}");
    }

    /** A case is taken back; nothing of it stays in the bulk file. */
    public void retract(String slug) {
        lines.removeIf(line -> line.contains("\"slug\":\"" + slug + "\""));
        entry("{\"action\":\"retracted\",\"digest\":\"" + Digest.of("gone")
                + "\",\"kind\":\"case\",\"recorded\":\"2026-11-29T00:00:00.000000Z\",\"sequence\":" + ++sequence
                + ",\"slug\":\"" + slug + "\",\"type\":\"change\"}");
    }

    /** The last version of a case is redacted for good, and its line of the bulk file made again. */
    public void redact(String slug, long version, String text) {
        String document =
                "{\"salt\":\"00aa\",\"sequence\":" + version + ",\"slug\":\"" + slug + "\",\"text\":\"" + text + "\"}";
        lines.replaceAll(line -> line.contains("\"slug\":\"" + slug + "\"") ? document : line);
        entry("{\"digest\":\"" + Digest.of(document) + "\",\"recorded\":\"2026-11-29T00:00:00.000000Z\",\"sequence\":"
                + version + ",\"type\":\"replaced\"}");
    }

    /** Another key takes over. */
    public void handOver() {
        NoteKey from = key();
        KeyPair old = pair;
        pair = newPair();
        entry("{\"from\":\"" + from + "\",\"signature\":\""
                + Base64.getEncoder().encodeToString(sign(old, HandOver.message(from, key()))) + "\",\"to\":\"" + key()
                + "\",\"type\":\"key\"}");
    }

    public void entry(String text) {
        entries.add(text.getBytes(StandardCharsets.UTF_8));
    }

    public NoteKey key() {
        byte[] spki = pair.getPublic().getEncoded();
        return new NoteKey(ORIGIN, NoteKey.NOTE, Arrays.copyOfRange(spki, spki.length - 32, spki.length));
    }

    /** Writes the folder anew. */
    public void write() throws IOException {
        Growth growth = new Growth();
        for (int from = 0; from < entries.size(); from += Tile.WIDTH) {
            List<byte[]> some = entries.subList(from, Math.min(entries.size(), from + Tile.WIDTH));
            some.forEach(entry -> growth.append(Hash.leaf(entry)));
            file(new TilePath(TilePath.ENTRIES, from / Tile.WIDTH, some.size()).toString(), Bundle.write(some));
        }
        Checkpoint checkpoint = new Checkpoint(ORIGIN, growth.head());
        byte[] signature = sign(pair, checkpoint.text().getBytes(StandardCharsets.UTF_8));
        file(
                "checkpoint",
                new SignedNote(checkpoint.text(), List.of(new NoteLine(ORIGIN, key().id(), signature))).bytes());
    }

    public Path export(Path file) throws IOException {
        Files.write(file, lines);
        return file;
    }

    public List<String> lines() {
        return lines;
    }

    public List<byte[]> entries() {
        return entries;
    }

    private void file(String path, byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.write(folder.resolve(path), bytes);
    }

    private static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sign(KeyPair pair, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
