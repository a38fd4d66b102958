package org.lacuna.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The only intervals that an estimate can put anything into: those that begin where some observation begins and end where
 * some observation ends, with no such bound between (Turnbull 1976, J. R. Stat. Soc. B 38:290–295, §3). They do not
 * overlap and are in their order.
 */
final class Support {
    private final long[] begins;
    private final long[] ends;

    private Support(long[] begins, long[] ends) {
        this.begins = begins;
        this.ends = ends;
    }

    /** @param observed where the end of each observation may lie; twice the same is as good as once */
    static Support of(Collection<Days> observed) {
        long[] begins = observed.stream().mapToLong(Days::least).sorted().toArray();
        long[] ends = observed.stream().mapToLong(Days::last).sorted().toArray();
        int found = 0;
        for (int begin = 0, end = 0; end < ends.length; end++) {
            int before = begin;
            while (begin < begins.length && begins[begin] <= ends[end]) {
                begin++;
            }
            if (begin > before) {
                // written behind the place where they are read
                ends[found] = ends[end];
                begins[found] = begins[begin - 1];
                found++;
            }
        }
        return new Support(Arrays.copyOf(begins, found), Arrays.copyOf(ends, found));
    }

    int size() {
        return begins.length;
    }

    /** The first of them that lies in this observation; there is one if the observation was among those it is made of. */
    int first(Days observed) {
        int found = Arrays.binarySearch(begins, observed.least());
        return found >= 0 ? found : -found - 1;
    }

    /** The last of them that lies in this observation. */
    int last(Days observed) {
        int found = Arrays.binarySearch(ends, observed.last());
        return found >= 0 ? found : -found - 2;
    }

    /** All of them. */
    List<Days> intervals() {
        return IntStream.range(0, size())
                .mapToObj(i -> ends[i] == Long.MAX_VALUE ? Days.atLeast(begins[i]) : Days.between(begins[i], ends[i]))
                .toList();
    }
}
