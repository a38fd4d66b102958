package org.lacuna.desk.queue;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacuna.cases.Appeal;
import org.lacuna.cases.Case;
import org.lacuna.cases.Restriction;

/** What an editor should be reminded of in a case today. */
final class DueReminders {
    private final LocalDate today;
    private final Period unchecked;
    private final Period appealWithin;
    private final Period appealNotice;

    DueReminders(LocalDate today, Period unchecked, Period appealWithin, Period appealNotice) {
        this.today = today;
        this.unchecked = unchecked;
        this.appealWithin = appealWithin;
        this.appealNotice = appealNotice;
    }

    /** The reference of the reminder that a case is to be checked. */
    static String checking(Case each) {
        return "unchecked/" + each.slug();
    }

    /** @param checked when a look, an entry or an editor last said how it stands */
    List<PublicItem> of(Case each, LocalDate checked, Optional<PublicItem.About> about) {
        List<PublicItem> due = new ArrayList<>();
        List<Restriction> inForce = each.restrictions().all().stream()
                .filter(restriction -> restriction.state() == Restriction.State.IN_FORCE
                        || restriction.state() == Restriction.State.PARTLY_LIFTED)
                .toList();
        if (!inForce.isEmpty() && !checked.plus(unchecked).isAfter(today)) {
            due.add(unchecked(each, checked));
        }
        boolean appealed = each.entries().stream().anyMatch(Appeal.class::isInstance);
        if (!appealed) {
            inForce.forEach(restriction -> appeal(each, restriction, about).ifPresent(due::add));
        }
        return due;
    }

    /** All of these stand in one line: housekeeping must not push people's reports away. */
    private static PublicItem unchecked(Case each, LocalDate checked) {
        return new PublicItem(
                Kind.REMINDER,
                checking(each),
                Optional.empty(),
                each.slug() + ": open restriction not checked since " + checked,
                Optional.of("/cases/" + each.slug()),
                Optional.of(each.slug()),
                Optional.empty(),
                Optional.of("unchecked"));
    }

    /** Counted from the first day it can mean: a reminder too early costs less than one too late. */
    private Optional<PublicItem> appeal(Case each, Restriction restriction, Optional<PublicItem.About> about) {
        return restriction
                .imposed()
                .head()
                .date()
                .earliest()
                .map(imposed -> imposed.plus(appealWithin))
                .filter(deadline -> !deadline.isBefore(today)
                        && !deadline.minus(appealNotice).isAfter(today))
                .map(deadline -> new PublicItem(
                        Kind.REMINDER,
                        "appeal/" + each.slug() + "/"
                                + restriction.imposed().head().id(),
                        about,
                        each.slug() + ": appeal deadline on " + deadline + ", and no appeal is known",
                        Optional.of("/cases/" + each.slug()),
                        Optional.of(each.slug()),
                        Optional.of(deadline),
                        Optional.empty()));
    }
}
