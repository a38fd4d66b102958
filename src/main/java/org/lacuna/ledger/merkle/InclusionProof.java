package org.lacuna.ledger.merkle;

import java.util.List;

/**
 * That a leaf is in a tree (RFC 6962 §2.1.1), checked as RFC 9162 §2.1.3.2 says.
 *
 * @param index of the leaf, from 0
 * @param size of the tree
 * @param path from the leaf's neighbour up to the root's child
 */
public record InclusionProof(long index, long size, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether it shows that this leaf is in this tree. */
    public boolean shows(Hash leaf, TreeHead head) {
        if (index < 0 || index >= size || size != head.size()) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash root = leaf;
        for (Hash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                root = Hash.node(beside, root);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                root = Hash.node(root, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && root.equals(head.root());
    }
}
