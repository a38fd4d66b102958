package org.lacuna.desk.door;

/** Another editor, or one with another role, must do this; nothing was done. */
public final class NotYours extends RuntimeException {
    NotYours(String reason) {
        super(reason);
    }
}
