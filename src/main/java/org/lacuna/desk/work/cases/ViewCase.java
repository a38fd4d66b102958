package org.lacuna.desk.work.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lacuna.cases.Entry;
import org.lacuna.cases.NamedPersons;
import org.lacuna.cases.Objections;
import org.lacuna.cases.Passage;
import org.lacuna.cases.RecordReply;
import org.lacuna.cases.Redaction;
import org.lacuna.cases.Redactions;
import org.lacuna.cases.Redirects;
import org.lacuna.cases.VerifyCase;
import org.lacuna.desk.door.TwoPersons;
import org.lacuna.desk.work.archive.ArchivingQueries;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.desk.work.form.NamedWords;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.publication.PublicRecord;

/** Brings together what is known of a case. */
@ApplicationScoped
class ViewCase {
    private final Redactions redactions;
    private final VerifyCase verifications;
    private final Objections objections;
    private final NamedPersons named;
    private final Redirects redirects;
    private final RecordReply replies;
    private final ArchivingQueries archiving;
    private final PublicRecord published;
    private final Platforms platforms;
    private final TwoPersons twoPersons;
    private final CaseListQueries queries;

    ViewCase(
            Redactions redactions,
            VerifyCase verifications,
            Objections objections,
            NamedPersons named,
            Redirects redirects,
            RecordReply replies,
            ArchivingQueries archiving,
            PublicRecord published,
            Platforms platforms,
            TwoPersons twoPersons,
            CaseListQueries queries) {
        this.redactions = redactions;
        this.verifications = verifications;
        this.objections = objections;
        this.named = named;
        this.redirects = redirects;
        this.replies = replies;
        this.archiving = archiving;
        this.published = published;
        this.platforms = platforms;
        this.twoPersons = twoPersons;
        this.queries = queries;
    }

    CaseView of(KnownCase at) {
        String slug = at.slug();
        String incident = at.incident().slug();
        Map<Passage, Redaction> hidden = redactions.of(incident).stream()
                .collect(Collectors.toMap(Redaction::passage, Function.identity(), (one, later) -> later));
        Function<Passage, Optional<Redaction>> redaction = passage -> Optional.ofNullable(hidden.get(passage));
        return new CaseView(
                at,
                at.known()
                        .platform()
                        .map(id -> platforms.find(id).map(Platform::name).orElse(id)),
                at.known().restrictions().status().word(),
                published.findCase(slug),
                redaction.apply(Passage.wholeCase(slug)),
                redaction.apply(Passage.subject(slug)),
                redaction.apply(Passage.wording(incident)),
                at.entries().stream().map(entry -> row(slug, entry, redaction)).toList(),
                sources(at, redaction),
                at.known().conflicts().stream()
                        .map(conflict -> new CaseView.ConflictRow(
                                conflict,
                                Passage.conflictId(conflict.about()),
                                redaction.apply(Passage.conflict(slug, conflict))))
                        .toList(),
                verifications.history(slug).stream().map(this::checked).toList(),
                objections.of(slug),
                named.of(slug).map(noted -> NamedWords.of(noted.basis())),
                redirects.merged(slug).map(Redirects.Merged::to),
                redirects.splitInto(slug),
                twoPersons.open().stream()
                        .filter(proposal -> proposal.about().equals(slug))
                        .map(twoPersons::describe)
                        .toList());
    }

    private CaseView.Row row(String slug, Entry entry, Function<Passage, Optional<Redaction>> redaction) {
        String id = entry.head().id();
        return new CaseView.Row(
                entry,
                CaseView.Row.details(entry),
                redaction.apply(Passage.entry(slug, id)),
                redaction.apply(Passage.text(slug, id)),
                replies.channel(slug, id)
                        .map(channel -> channel.how() + " (" + queries.editor(channel.editor()) + ")"));
    }

    private List<CaseView.SourceRow> sources(KnownCase at, Function<Passage, Optional<Redaction>> redaction) {
        Map<String, ArchivingQueries.Tried> tries = archiving.last(at.incident().slug()).stream()
                .collect(Collectors.toMap(ArchivingQueries.Tried::source, Function.identity()));
        return at.sources().stream()
                .map(source -> new CaseView.SourceRow(
                        source,
                        redaction.apply(Passage.source(at.incident().slug(), source.id())),
                        Optional.ofNullable(tries.get(source.id()))))
                .toList();
    }

    private CaseView.CheckedRow checked(VerifyCase.Checked checked) {
        return new CaseView.CheckedRow(
                checked.level().word(),
                checked.reason().orElse("As it was imported or derived from its sources."),
                checked.shown().orElse(""),
                checked.editor().map(queries::editor).orElse(""),
                checked.recorded().atOffset(ZoneOffset.UTC).toLocalDate().toString());
    }
}
