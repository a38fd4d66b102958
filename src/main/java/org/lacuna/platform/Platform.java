package org.lacuna.platform;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Digest;

/**
 * One platform as its file in {@code crawlers/} defines it.
 *
 * @param id the file's name without {@code .yaml}
 * @param hosts the host names whose URLs are this platform's
 * @param subject how a subject is recognised in a URL; empty if the file only names the platform
 * @param fetch how its pages are read; empty if they are not
 * @param rules tried in order, the first that fits wins; rule n is named {@code id#n}, from 1
 * @param digest of the file's bytes; every observation carries it
 */
public record Platform(
        String id,
        String name,
        String about,
        URI home,
        Optional<URI> appeals,
        List<String> hosts,
        Optional<SubjectPattern> subject,
        Optional<FetchPlan> fetch,
        Optional<Control> control,
        List<Rule> rules,
        Digest digest) {}
