package org.lacuna.crawl;

import org.lacuna.platform.Platform;

/** Somebody wanted to look at a platform that the operator has stopped. */
public final class PlatformStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    PlatformStopped(Platform platform) {
        super("the operator stopped all visits to " + platform.id() + "; lacuna.crawl.stopped names it");
    }
}
