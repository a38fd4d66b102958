package org.lacuna.desk.door;

import java.util.UUID;

/**
 * Who asks, as the session says.
 *
 * @param formToken what each form of this session carries
 */
public record Visitor(UUID session, UUID editor, String name, boolean mustChangePassword, String formToken) {}
