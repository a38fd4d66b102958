package org.lacuna.desk.door;

import java.util.Locale;

/** What an editor can do that is written down. */
public enum DeskAction {
    LOGGED_IN,
    LOGGED_OUT,
    CHANGED_PASSWORD,
    REVOKED_SESSION,
    OPENED_SUBMISSION,
    CLOSED_SUBMISSION,
    PUBLISHED_CASE,
    CHANGED_RANKING,
    SNOOZED_TASKS,
    SETTLED_TASKS;

    /** The word in the table. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
