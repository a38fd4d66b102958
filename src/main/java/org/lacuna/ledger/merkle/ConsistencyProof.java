package org.lacuna.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * That a tree began as an earlier one: nothing was changed, taken away or put between (RFC 6962 §2.1.2), checked as
 * RFC 9162 §2.1.4.2 says.
 *
 * @param from size of the earlier tree
 * @param to size of the later one
 * @param path empty if they are of one size
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Whether it shows that the later tree began as the earlier one. From a tree without leaves every tree can have come, so
     * about that nothing can be shown.
     */
    public boolean shows(TreeHead earlier, TreeHead later) {
        if (from != earlier.size() || to != later.size() || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && earlier.root().equals(later.root());
        }
        if (from == 0) {
            return false;
        }
        List<Hash> hashes = new ArrayList<>();
        if (Long.bitCount(from) == 1) {
            hashes.add(earlier.root());
        }
        hashes.addAll(path);
        return !path.isEmpty() && climbs(hashes, earlier, later);
    }

    private boolean climbs(List<Hash> hashes, TreeHead earlier, TreeHead later) {
        long node = from - 1;
        long last = to - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Hash first = hashes.get(0);
        Hash second = hashes.get(0);
        for (Hash beside : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = Hash.node(beside, first);
                second = Hash.node(beside, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                second = Hash.node(second, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(earlier.root()) && second.equals(later.root());
    }
}
