package org.lacuna.cases;

import org.lacuna.shared.Word;

/** Where a case stands, folded from its restrictions. */
public enum Status implements Word {
    RESTRICTED,
    PARTIALLY_RESTORED,
    RESTORED,
    ENDED_OTHERWISE,
    UNKNOWN;
}
