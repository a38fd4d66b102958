package org.lacuna.publication.search;

import java.util.List;

/**
 * A version in which all is found that was looked for.
 *
 * @param rank how well it fits; the more the better, and only to be compared within one search
 */
record Candidate(
        long sequence,
        double rank,
        String platform,
        String status,
        String verification,
        List<String> measures,
        List<String> scope) {}
