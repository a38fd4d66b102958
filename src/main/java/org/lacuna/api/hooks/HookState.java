package org.lacuna.api.hooks;

import org.lacuna.shared.Word;

/** Where a subscription stands. */
enum HookState implements Word {
    /** Its target has not said yet that it wants messages. */
    UNVERIFIED,
    ACTIVE,
    /** Its owner wants none for now. */
    PAUSED,
    /** Its target answered 410. */
    GONE,
    /** Its target has taken nothing for too long. */
    SILENT
}
