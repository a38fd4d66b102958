package org.lacuna.desk.door;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A method of the whole program that answers requests. */
record Operation(String id, String method, String path, Method java) {
    /** Read once: it takes seconds. */
    private static final List<Operation> ALL = read();

    static List<Operation> all() {
        return ALL;
    }

    private static List<Operation> read() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.lacuna").stream()
                        .filter(each -> each.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(Operation::of)
                        .toList();
    }

    private static Stream<Operation> of(Class<?> resource) {
        return Stream.of(resource.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .flatMap(method -> verb(method).map(verb -> of(resource, method, verb)).stream());
    }

    private static Operation of(Class<?> resource, Method method, String verb) {
        String path = "/" + resource.getAnnotation(Path.class).value() + "/"
                + Optional.ofNullable(method.getAnnotation(Path.class))
                        .map(Path::value)
                        .orElse("");
        String plain = path.replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
        return new Operation(resource.getSimpleName() + "." + method.getName(), verb, plain, method);
    }

    private static Optional<String> verb(Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    boolean ofTheDesk() {
        return java.getDeclaringClass().getPackageName().startsWith("org.lacuna.desk.");
    }

    /** As the matrix writes it. */
    String line() {
        return id + "," + method + "," + path;
    }
}
