package org.lacuna.cli;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lacuna.desk.door.OneTimePasswords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** For an editor who has lost the password. */
@Command(
        name = "editor-password",
        description = "Gives an editor a new one-time password and a new key, and ends all sessions of the account."
                + " Another editor then gives access to what is stored.")
class EditorPassword implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "name of the editor (default: ${DEFAULT-VALUE})",
            defaultValue = "editor")
    String name;

    @Option(
            names = "--second-step",
            description = "The telephone was lost too: a new second step is set up at the log-in.")
    boolean secondStep;

    @Inject
    OneTimePasswords editors;

    @Override
    public Integer call() {
        Optional<String> password = editors.renew(name, secondStep);
        password.ifPresentOrElse(
                text -> spec.commandLine().getOut().println(text),
                () -> spec.commandLine().getErr().println("There is no editor named " + name + "."));
        return password.isPresent() ? 0 : 1;
    }
}
