package org.lacuna.intake;

import org.lacuna.shared.Word;

/** What the platform gave as its reason, by the record's words for explanations. */
public enum Explained implements Word {
    LOCAL_LAW,
    GOVERNMENT_DEMAND,
    TERMS_VIOLATION,
    ERROR,
    NO_REASON,
    DENIAL,
    APOLOGY,
    POLICY_CHANGE
}
