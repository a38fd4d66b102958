package org.lacuna.desk.door;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Lets somebody make an account, once.
 *
 * @param name the name of the account that it will be
 * @param ends when it no longer holds
 */
record Invitation(UUID id, String name, Set<DeskRole> roles, String madeBy, Instant ends) {}
