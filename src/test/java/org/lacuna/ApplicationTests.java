package org.lacuna;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/**
 * Hands each of two processes half of the tests of the running application at once. One by one, as Surefire hands them to
 * more than one process, Quarkus would start the application anew for every class (quarkusio/quarkus#43979); once that is
 * mended, this engine and both halves can go.
 */
public final class ApplicationTests implements TestEngine {
    private static final Path LIST = Path.of("src/test/application-tests.txt");
    private static final List<Class<?>> HALVES =
            List.of(FirstHalfOfApplicationTests.class, SecondHalfOfApplicationTests.class);

    private static final Set<String> FOUND = ConcurrentHashMap.newKeySet();

    private final JupiterTestEngine jupiter = new JupiterTestEngine();

    /** The names of classes that stand in the list below the marks of a half. */
    static List<String> of(Class<?> half) {
        String mark = half == FirstHalfOfApplicationTests.class ? "# the first half" : "# the second half";
        List<String> names = new ArrayList<>();
        boolean below = false;
        for (String line : lines()) {
            if (line.startsWith("# the ")) {
                below = line.equals(mark);
            } else if (below) {
                names.add(line.replace(".java", "").replace('/', '.'));
            }
        }
        return names;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(LIST);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of classes that this engine has put in the place of a half of this process. */
    static Set<String> found() {
        return FOUND;
    }

    /** Maven asks for tests too, before there is a process of tests, and need not load the application for that. */
    static boolean inProcessOfTests() {
        return System.getProperty("lacuna.test.process") != null;
    }

    @Override
    public String getId() {
        return "lacuna-application";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        Set<String> asked = request.getSelectorsByType(ClassSelector.class).stream()
                .map(ClassSelector::getClassName)
                .collect(Collectors.toSet());
        List<ClassSelector> chosen = HALVES.stream()
                .filter(half -> asked.contains(half.getName()))
                .flatMap(half -> of(half).stream())
                .map(DiscoverySelectors::selectClass)
                .toList();
        if (chosen.isEmpty() || !inProcessOfTests()) {
            return new EngineDescriptor(id, getId());
        }
        TestDescriptor tests = jupiter.discover(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(chosen)
                        .parentConfigurationParameters(request.getConfigurationParameters())
                        .enableImplicitConfigurationParameters(false)
                        .outputDirectoryProvider(request.getOutputDirectoryProvider())
                        .build(),
                id);
        tests.getChildren().stream()
                .map(each -> each.getSource().orElseThrow())
                .map(source -> ((ClassSource) source).getClassName())
                .forEach(FOUND::add);
        return tests;
    }

    @Override
    public void execute(ExecutionRequest request) {
        if (!request.getRootTestDescriptor().getChildren().isEmpty()) {
            jupiter.execute(request);
        }
    }
}
