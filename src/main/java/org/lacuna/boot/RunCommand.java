package org.lacuna.boot;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;
import picocli.CommandLine;

/** Runs the command that was asked for, once the application is up. */
class RunCommand implements QuarkusApplication {
    private final Instance<Object> top;
    private final CommandLine.IFactory factory;

    RunCommand(@TopCommand Instance<Object> top, CommandLine.IFactory factory) {
        this.top = top;
        this.factory = factory;
    }

    @Override
    public int run(String... words) {
        Lacuna.started();
        return new CommandLine(top.get(), factory).execute(words);
    }
}
