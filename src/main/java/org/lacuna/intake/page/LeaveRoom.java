package org.lacuna.intake.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.lacuna.page.SentForm;
import org.lacuna.page.SentParts;

/** Closes the report before its half hour is over. */
@ApplicationScoped
class LeaveRoom implements ReportRoom {
    private final OpenReports reports;
    private final FormPages pages;

    LeaveRoom(OpenReports reports, FormPages pages) {
        this.reports = reports;
        this.pages = pages;
    }

    @Override
    public String word() {
        return "leave";
    }

    @Override
    public Rendered show(Visit visit, SentForm form, String notice) {
        reports.close(visit.token());
        return Rendered.of(
                Rendered.OK,
                pages.told(
                        visit.say(), visit.say().of("left.title"), visit.say().of("left")));
    }

    @Override
    public Rendered act(Visit visit, SentForm form, Optional<SentParts> parts) {
        return show(visit, form, "");
    }
}
