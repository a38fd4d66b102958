package org.lacuna.boot;

import com.sun.security.auth.module.UnixSystem;

/** Who runs this process, as far as PostgreSQL cares. */
final class User {
    private User() {}

    static boolean isRoot() {
        return Machine.here().isPosix() && new UnixSystem().getUid() == 0;
    }
}
