package org.lacuna.web;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.cases.AddEntries;
import org.lacuna.cases.Correction;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.Head;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.RetractCase;
import org.lacuna.publication.PublicRecord;
import org.lacuna.shared.EdtfDate;

/** Cases whose pages the founding record does not have, made when they are asked for first. */
@ApplicationScoped
public class CasesToLookAt {
    private static final int FIFTY = 52;

    private final ImportRecord importRecord;
    private final AddEntries add;
    private final RetractCase retract;
    private final PublicRecord record;

    CasesToLookAt(ImportRecord importRecord, AddEntries add, RetractCase retract, PublicRecord record) {
        this.importRecord = importRecord;
        this.add = add;
        this.retract = retract;
        this.record = record;
    }

    /** The path of a case with some fifty lines. */
    String fifty() {
        return "/cases/" + kept("looked-fifty", FIFTY);
    }

    /** The path of a case as it stood today: it is corrected tomorrow. */
    String earlier() {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        if (record.caseDocument("looked-earlier").isEmpty()) {
            kept("looked-earlier", 4);
            QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(1)), Clock.class);
            try {
                add.add("looked-earlier", List.of(), free -> List.of(new Correction(head(free.next("e")), "r1")));
            } finally {
                QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
            }
        }
        return "/cases/looked-earlier?asOf=" + today;
    }

    /** The path of a case that is public no more. */
    String withdrawn() {
        if (record.goneCase("looked-withdrawn").isEmpty()) {
            retract.retract(kept("looked-withdrawn", 4), new Grounds("privacy", "", UUID.randomUUID()));
        }
        return "/cases/looked-withdrawn";
    }

    private String kept(String slug, int lines) {
        if (record.caseDocument(slug).isEmpty()) {
            importRecord.files(List.of(HardRecords.lines(slug + "-lines", slug, lines)));
        }
        return slug;
    }

    private static Head head(String id) {
        EdtfDate day = EdtfDate.parse("2015-02-01");
        return new Head(id, day, "It was closed a day later.", List.of("paper"), List.of(), Optional.empty());
    }
}
