package org.lacuna.desk.work.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.lacuna.cases.Rule;
import org.lacuna.cases.Source;

/** Archives what a line cites before the line is recorded. */
@ApplicationScoped
public class ArchiveCited {
    private final ArchiveSource archive;

    ArchiveCited(ArchiveSource archive) {
        this.archive = archive;
    }

    /**
     * A source and what came of the try.
     *
     * @param tried empty if it has no address
     */
    public record Copied(Source source, Optional<Archived> tried) {}

    /** The source, with the digest of our copy if there is one now. */
    public Copied source(Source source) {
        Optional<Archived> tried = source.url().map(archive::archive);
        return new Copied(
                new Source(
                        source.id(),
                        source.publisher(),
                        source.title(),
                        source.url(),
                        source.published(),
                        source.language(),
                        tried.flatMap(Archived::copy)),
                tried);
    }

    /** The rule, likewise; why there is no copy is not kept for rules. */
    public Rule rule(Rule rule) {
        return new Rule(rule.title(), rule.url(), archive.archive(rule.url()).copy());
    }
}
