package org.lacuna.desk.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** When the queue reminds, and when it forgets. */
@ConfigMapping(prefix = "lacuna.desk.queue")
interface QueueSettings {
    /** A restriction in force that nobody looked at for so long is to be checked. */
    @WithDefault("P30D")
    Period unchecked();

    /** How long after a decision one can complain to the platform: in the EU six months (Regulation 2022/2065, Art. 20(1)). */
    @WithDefault("P6M")
    Period appealWithin();

    /** So long before that an editor is reminded. */
    @WithDefault("P21D")
    Period appealNotice();

    /** So long after the decision the marks of a submission are kept: a flood may go on for a while. */
    @WithDefault("P60D")
    Period keepMarks();
}
