package org.lacuna.platform.community;

import java.util.List;

/** What could be read of one file, before it is checked. */
record Converted(Source source, List<Site> sites, List<Fingerprint> fingerprints, List<Skipped> skipped) {
    Converted {
        sites = List.copyOf(sites);
        fingerprints = List.copyOf(fingerprints);
        skipped = List.copyOf(skipped);
    }
}
