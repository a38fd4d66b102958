package org.lacuna.desk.queue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can wait for an editor. */
enum Kind {
    SUBMISSION("Submission", "Submissions"),
    CHANGE("Confirmed change", "Confirmed changes"),
    LEAD("Lead", "Leads"),
    REMINDER("Reminder", "Reminders");

    private final String title;
    private final String many;

    Kind(String title, String many) {
        this.title = title;
        this.many = many;
    }

    /** In tables and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public String many() {
        return many;
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static List<Kind> all() {
        return List.of(values());
    }
}
