package org.lacuna.lead;

/** What an address answered is no feed that we read. The message quotes nothing of it. */
final class FeedUnreadable extends Exception {
    FeedUnreadable(String message) {
        super(message);
    }
}
