package org.lacuna.intake;

import org.lacuna.shared.Word;

/** What happens to a person around a restriction, by the record's words for pressure. */
public enum Pressure implements Word {
    THREATENING_CALL,
    FAMILY_THREAT,
    COERCED_STATEMENT,
    PUBLIC_SMEAR,
    ACCOUNT_HACKING,
    RECRUITMENT,
    CONTACT_SEVERED
}
