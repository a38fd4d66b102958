package org.lacuna.desk.queue;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lacuna.cases.Case;
import org.lacuna.cases.Cases;
import org.lacuna.intake.marks.Likeness;
import org.lacuna.observation.ObservationQueries;
import org.lacuna.observation.SubjectId;
import org.lacuna.platform.Platforms;

/** Puts reminders into the queue, takes those out that have settled themselves, and forgets old marks. */
@ApplicationScoped
class Remind {
    private final Cases cases;
    private final ObservationQueries observations;
    private final Platforms platforms;
    private final ItemQueries queries;
    private final Likeness likeness;
    private final QueueSettings settings;

    Remind(
            Cases cases,
            ObservationQueries observations,
            Platforms platforms,
            ItemQueries queries,
            Likeness likeness,
            QueueSettings settings) {
        this.cases = cases;
        this.observations = observations;
        this.platforms = platforms;
        this.queries = queries;
        this.likeness = likeness;
        this.settings = settings;
    }

    @Scheduled(identity = "queue-remind", every = "6h", delayed = "90s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        remind();
        forget();
    }

    @Transactional
    void remind() {
        queries.lock();
        LocalDate today = queries.today();
        DueReminders due =
                new DueReminders(today, settings.unchecked(), settings.appealWithin(), settings.appealNotice());
        List<PublicItem> reminders = new ArrayList<>();
        cases.all().stream()
                .flatMap(incident -> incident.cases().stream())
                .filter(Case::isPublic)
                .forEach(each -> reminders.addAll(due.of(each, checked(each), about(each))));
        Set<String> refs = new HashSet<>();
        reminders.forEach(reminder -> {
            refs.add(reminder.ref());
            // what an editor has settled stays so; the check for lateness has counted that day already
            if (reminder.due().isEmpty()
                    || queries.settledOn(Kind.REMINDER, reminder.ref()).isEmpty()) {
                queries.put(reminder);
            }
        });
        queries.open(Kind.REMINDER).stream()
                .filter(ref -> !refs.contains(ref))
                .forEach(ref -> queries.settle(Kind.REMINDER, ref));
    }

    /** Marks help against a flood that goes on; after that they only say to a thief what is about one subject. */
    @Transactional
    void forget() {
        queries.lock();
        List<UUID> old = queries.markedAndDecidedBefore(queries.today().minus(settings.keepMarks()));
        likeness.forget(old);
        queries.unmark(old);
    }

    private LocalDate checked(Case each) {
        Stream<LocalDate> written = each.entries().stream()
                .flatMap(entry -> entry.head().recorded().stream())
                .map(Remind::day);
        Stream<LocalDate> seen = about(each)
                .flatMap(about -> observations.lastTold(new SubjectId(about.platform(), about.subject())))
                .map(Remind::day)
                .stream();
        Stream<LocalDate> settled = queries.settledOn(Kind.REMINDER, DueReminders.checking(each)).stream();
        return Stream.of(written, seen, settled)
                .flatMap(days -> days)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
    }

    private Optional<PublicItem.About> about(Case each) {
        return each.subject()
                .url()
                .flatMap(Remind::uri)
                .flatMap(platforms::recognise)
                .flatMap(known -> known.subject()
                        .map(subject -> new PublicItem.About(known.platform().id(), subject.id())));
    }

    private static Optional<URI> uri(String url) {
        try {
            return Optional.of(URI.create(url));
        } catch (IllegalArgumentException written) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
