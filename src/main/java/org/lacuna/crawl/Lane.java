package org.lacuna.crawl;

import java.util.List;
import org.lacuna.observation.Vantage;

/**
 * The right to ask one host from one vantage, for a while, and what is due there. Its holder is the only one of all
 * nodes that checks anything there.
 *
 * @param fence the lease's number; only the holder of the latest may record
 * @param checks the longest due first
 */
record Lane(String host, Vantage vantage, long fence, List<Check> checks) {
    Lane {
        checks = List.copyOf(checks);
    }
}
