package org.lacuna.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/** The tree of RFC 6962 §2.1, written as it is defined there and in no other way: what the fast one is compared with. */
record SlowTree(List<byte[]> entries) {
    Hash root() {
        return mth(entries);
    }

    List<Hash> path(int index) {
        return path(index, entries);
    }

    List<Hash> proof(int earlier) {
        return subproof(earlier, entries, true);
    }

    private static Hash mth(List<byte[]> d) {
        if (d.isEmpty()) {
            return Hash.EMPTY;
        }
        if (d.size() == 1) {
            return Hash.leaf(d.get(0));
        }
        int k = k(d.size());
        return Hash.node(mth(d.subList(0, k)), mth(d.subList(k, d.size())));
    }

    private static List<Hash> path(int m, List<byte[]> d) {
        if (d.size() == 1) {
            return List.of();
        }
        int k = k(d.size());
        return m < k
                ? and(path(m, d.subList(0, k)), mth(d.subList(k, d.size())))
                : and(path(m - k, d.subList(k, d.size())), mth(d.subList(0, k)));
    }

    private static List<Hash> subproof(int m, List<byte[]> d, boolean b) {
        if (m == d.size()) {
            return b ? List.of() : List.of(mth(d));
        }
        int k = k(d.size());
        return m <= k
                ? and(subproof(m, d.subList(0, k), b), mth(d.subList(k, d.size())))
                : and(subproof(m - k, d.subList(k, d.size()), false), mth(d.subList(0, k)));
    }

    private static int k(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> and(List<Hash> list, Hash last) {
        List<Hash> all = new ArrayList<>(list);
        all.add(last);
        return all;
    }
}
