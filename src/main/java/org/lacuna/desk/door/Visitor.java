package org.lacuna.desk.door;

import java.util.Collections;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks, as the session says.
 *
 * @param roles at least one
 * @param mustChangePassword whether the password was made by somebody else
 * @param mustSetUpSecondStep whether there is no second step yet
 * @param formToken what each form of this session carries
 */
public record Visitor(
        UUID session,
        UUID editor,
        String name,
        Set<DeskRole> roles,
        boolean mustChangePassword,
        boolean mustSetUpSecondStep,
        String formToken) {
    public Visitor {
        roles = Set.copyOf(roles);
    }

    /** Whether the visitor has one of these. */
    public boolean hasOneOf(Set<DeskRole> some) {
        return !Collections.disjoint(roles, some);
    }

    /** For templates: {@code visitor.is('senior')}. */
    public boolean is(String role) {
        return roles.contains(DeskRole.of(role));
    }

    /** Whether submissions are wrapped to this visitor. */
    public boolean opensSubmissions() {
        return roles.stream().anyMatch(DeskRole::opensSubmissions);
    }

    Due due() {
        if (mustChangePassword) {
            return Due.PASSWORD;
        }
        return mustSetUpSecondStep ? Due.SECOND_STEP : Due.NOTHING;
    }
}
