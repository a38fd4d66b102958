package org.lacuna.intake;

import org.lacuna.shared.Word;

/** An answer to a question that a person may not be able to answer. */
public enum Answer implements Word {
    YES,
    NO,
    NOT_SURE
}
