package org.lacuna.page;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;

/** Stops what a switch forbids, by the role of the package that would answer, so that no page needs to ask. */
@Provider
@Priority(SwitchGate.AFTER_ROLES)
class SwitchGate implements ContainerRequestFilter {
    static final int AFTER_ROLES = RoleGate.BEFORE_WHO_IS_ASKING + 10;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Switches switches;

    @Context
    ResourceInfo resource;

    SwitchGate(Switches switches) {
        this.switches = switches;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        servedBy().ifPresent(role -> refuse(role, request.getMethod()));
    }

    private void refuse(Role role, String method) {
        Stream.of(Switch.values())
                .filter(one -> forbids(one, role, method) && !excepted(one) && switches.on(one))
                .findFirst()
                .ifPresent(one -> {
                    throw new ServiceUnavailableException(one.notice());
                });
    }

    private static boolean forbids(Switch one, Role role, String method) {
        return switch (one) {
            case READ_ONLY -> !READING.contains(method);
            case NO_INTAKE -> role == Role.INTAKE;
            case NO_DESK -> role == Role.DESK;
        };
    }

    private boolean excepted(Switch one) {
        return Stream.<AnnotatedElement>of(resource.getResourceClass(), resource.getResourceMethod())
                .filter(Objects::nonNull)
                .flatMap(marked -> Stream.ofNullable(marked.getAnnotation(EvenWhen.class)))
                .flatMap(mark -> Stream.of(mark.value()))
                .anyMatch(one::equals);
    }

    private Optional<Role> servedBy() {
        return Optional.ofNullable(resource.getResourceClass())
                .map(asked -> asked.getPackage().getAnnotation(ServedBy.class))
                .map(ServedBy::value);
    }
}
