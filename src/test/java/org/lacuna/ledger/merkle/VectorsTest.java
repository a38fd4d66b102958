package org.lacuna.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lacuna.Corpus;

/** What others wrote down about good and bad proofs, and a log that others made. */
class VectorsTest {
    private static final Path FOLDER = Path.of("tlog");

    private interface Check {
        boolean shows(JsonNode vector);
    }

    @TestFactory
    List<DynamicTest> inclusion_proofs_are_told_from_others() throws IOException {
        return vectors("merkle/inclusion", vector -> new InclusionProof(
                        number(vector, "leafIdx"), number(vector, "treeSize"), proof(vector))
                .shows(
                        new Hash(bytes(vector.path("leafHash"))),
                        new TreeHead(number(vector, "treeSize"), new Hash(bytes(vector.path("root"))))));
    }

    @TestFactory
    List<DynamicTest> consistency_proofs_are_told_from_others() throws IOException {
        return vectors("merkle/consistency", vector -> new ConsistencyProof(
                        number(vector, "size1"), number(vector, "size2"), proof(vector))
                .shows(
                        new TreeHead(number(vector, "size1"), hash(vector.path("root1"))),
                        new TreeHead(number(vector, "size2"), hash(vector.path("root2")))));
    }

    @Test
    void a_log_that_others_made_has_our_hashes_and_our_bytes() throws IOException {
        Path log = Corpus.folder("tlog").resolve("tessera/log");
        List<byte[]> entries = Bundle.read(Files.readAllBytes(log.resolve("tile/entries/000.p/15")));
        Growth growth = new Growth();
        List<TreeHead> heads = new ArrayList<>();
        for (int size = 1; size <= entries.size(); size++) {
            growth.append(Hash.leaf(entries.get(size - 1)));
            heads.add(growth.head());
            List<String> checkpoint = Files.readAllLines(log.resolve("checkpoint." + size));
            assertThat(growth.head().root().base64()).isEqualTo(checkpoint.get(2));
            Path bundle = log.resolve("tile/entries/000.p/" + size);
            if (Files.exists(bundle)) {
                assertThat(Bundle.write(entries.subList(0, size))).isEqualTo(Files.readAllBytes(bundle));
                growth.changed().forEach((path, bytes) -> assertThat(log.resolve(path.toString()))
                        .hasBinaryContent(bytes));
            }
        }
        Tree tree = new Tree(15, new TileSource(15, path -> read(log.resolve(path.toString()))));
        for (int size = 1; size < 15; size++) {
            assertThat(tree.consistency(size).shows(heads.get(size - 1), heads.get(14)))
                    .isTrue();
        }
    }

    private static Tile read(Path file) {
        try {
            return new Tile(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<DynamicTest> vectors(String folder, Check check) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.walk(Corpus.folder(FOLDER.toString()).resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                        JsonNode vector = json.readTree(file.toFile());
                        assertThat(shows(check, vector))
                                .isNotEqualTo(vector.path("wantErr").booleanValue());
                    }))
                    .toList();
        }
    }

    private static boolean shows(Check check, JsonNode vector) {
        try {
            return check.shows(vector);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /** The vectors' sizes are unsigned; ours beyond 2^63 are none. */
    private static long number(JsonNode vector, String name) {
        BigInteger number = vector.path(name).bigIntegerValue();
        return number.bitLength() > 63 ? -1 : number.longValue();
    }

    private static List<Hash> proof(JsonNode vector) {
        List<Hash> proof = new ArrayList<>();
        for (JsonNode each : vector.path("proof")) {
            proof.add(new Hash(bytes(each)));
        }
        return proof;
    }

    /** Some vectors have roots that are no hashes and are only compared; others stand for them here. */
    private static Hash hash(JsonNode text) {
        byte[] bytes = bytes(text);
        return bytes.length == Hash.BYTES ? new Hash(bytes) : Hash.leaf(bytes);
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }
}
