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
    ADDED_ENTRY,
    DESCRIBED_CASE,
    NOTED_NAMED_PERSON,
    ARCHIVED_SOURCE,
    VERIFIED_CASE,
    RECORDED_REPLY,
    RECORDED_OBJECTION,
    ANSWERED_OBJECTION,
    HID_PASSAGE,
    SHOWED_PASSAGE,
    ERASED_PASSAGE,
    RETRACTED_CASE,
    MERGED_CASES,
    SPLIT_CASE;

    /** The word in the table. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
