package org.lacuna.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The fast tree, grown in steps and read back from its tiles, is the slow one. */
class TreePropertiesTest {
    private static final int TRIES = 150;
    private static final int MOST = 900;

    /** What was written of a tree, as a folder would hold it. */
    private static final class Written {
        private final Map<TilePath, byte[]> tiles = new HashMap<>();
        private Growth growth = new Growth();
        private long size;

        void append(List<byte[]> entries) {
            entries.forEach(entry -> growth.append(Hash.leaf(entry)));
            size += entries.size();
            tiles.putAll(growth.changed());
        }

        void forget() {
            growth = new Growth(size, path -> new Tile(tiles.get(path)));
        }

        Tree tree(long ofSize) {
            return new Tree(ofSize, new TileSource(ofSize, path -> tile(path)));
        }

        private Tile tile(TilePath path) {
            byte[] exact = tiles.get(path);
            return exact == null ? new Tile(tiles.get(path.whole())).first(path.width()) : new Tile(exact);
        }
    }

    private static List<byte[]> entries(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> ByteBuffer.allocate(Integer.BYTES).putInt(i).array())
                .toList();
    }

    @Property(tries = TRIES)
    void growing_in_any_steps_gives_the_same_tree(
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 300) Integer> steps) {
        Written written = new Written();
        List<byte[]> all = new ArrayList<>();
        for (int step : steps) {
            List<byte[]> more = entries(all.size(), all.size() + step);
            written.append(more);
            all.addAll(more);
            assertThat(written.growth.head()).isEqualTo(new TreeHead(all.size(), new SlowTree(all).root()));
            assertThat(written.tree(all.size()).head()).isEqualTo(written.growth.head());
            written.forget();
        }
    }

    @Property(tries = TRIES)
    void every_inclusion_proof_is_the_one_of_the_definition(
            @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST) int any) {
        int index = any % size;
        Written written = new Written();
        written.append(entries(0, size));
        InclusionProof proof = written.tree(size).inclusion(index);
        assertThat(proof.path()).isEqualTo(new SlowTree(entries(0, size)).path(index));
        TreeHead head = written.growth.head();
        Hash leaf = Hash.leaf(entries(index, index + 1).get(0));
        assertThat(proof.shows(leaf, head)).isTrue();
        assertThat(proof.shows(Hash.leaf(new byte[0]), head)).isFalse();
        assertThat(new InclusionProof(index ^ 1, size, proof.path()).shows(leaf, head))
                .isFalse();
    }

    @Property(tries = TRIES)
    void every_consistency_proof_is_the_one_of_the_definition(
            @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST) int any) {
        int earlier = 1 + any % size;
        Written written = new Written();
        written.append(entries(0, earlier));
        TreeHead before = written.growth.head();
        written.append(entries(earlier, size));
        TreeHead after = written.growth.head();
        ConsistencyProof proof = written.tree(size).consistency(earlier);
        assertThat(proof.path()).isEqualTo(new SlowTree(entries(0, size)).proof(earlier));
        assertThat(proof.shows(before, after)).isTrue();
        assertThat(proof.shows(new TreeHead(earlier, Hash.leaf(new byte[0])), after))
                .isFalse();
        assertThat(proof.shows(before, new TreeHead(size, Hash.leaf(new byte[0]))))
                .isFalse();
    }

    /** Nobody will have so many entries, and a shift by all 64 bits is one by none. */
    @Example
    void the_highest_level_has_one_tile_at_the_beginning() {
        long size = (3L << 56) + 255;
        Function<TilePath, Tile> invented = path -> new Tile(new byte[path.width() * Hash.BYTES]);
        Growth growth = new Growth(size, invented);
        assertThat(growth.head()).isEqualTo(new Tree(size, new TileSource(size, invented)).head());
        growth.append(Hash.EMPTY);
        assertThat(growth.changed().keySet())
                .containsExactlyInAnyOrder(
                        new TilePath(0, (3L << 48), 256), new TilePath(1, 3L << 40, 1), new TilePath(7, 0, 3));
    }

    @Property(tries = TRIES)
    void what_a_bundle_holds_comes_back(@ForAll @Size(min = 1, max = 256) List<byte @Size(max = 400) []> entries) {
        byte[] bundle = Bundle.write(entries);
        assertThat(Bundle.read(bundle)).usingRecursiveComparison().isEqualTo(entries);
        int some = 1 + entries.size() / 2;
        assertThat(Bundle.read(Bundle.first(bundle, Math.min(some, entries.size()))))
                .hasSize(Math.min(some, entries.size()));
    }
}
