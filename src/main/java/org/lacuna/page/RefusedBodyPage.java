package org.lacuna.page;

import java.util.Optional;

/** Says in the reader's language that what was sent was not taken; declared here, answered by who serves the page. */
public interface RefusedBodyPage {
    /**
     * The page; empty if the path is somebody else's.
     *
     * @param limit in the unit that the reason names
     */
    Optional<String> html(String path, BodyRefused why, long limit);
}
