package org.lacuna.desk.door;

import java.util.Locale;

/** What an editor can do that is written down. */
public enum DeskAction {
    LOGGED_IN,
    LOGGED_OUT,
    UNLOCKED_KEY,
    CHANGED_PASSWORD,
    SET_UP_SECOND_STEP,
    USED_RECOVERY_CODE,
    REVOKED_SESSION,
    INVITED_EDITOR,
    REVOKED_INVITATION,
    ACCEPTED_INVITATION,
    CHANGED_ROLES,
    RESET_PASSWORD,
    REMOVED_EDITOR,
    GAVE_ACCESS,
    TURNED_SWITCH,
    PROPOSED,
    APPROVED,
    REJECTED,
    TOOK_BACK,
    OPENED_SUBMISSION,
    OPENED_FILE,
    SAW_PERSON,
    WROTE_TO_PERSON,
    BEGAN_WATCH,
    PUBLISHED_FILE,
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
    SPLIT_CASE,
    CHANGED_RANKING,
    SNOOZED_TASKS,
    SETTLED_TASKS;

    /** The word in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
