package org.lacuna.cli;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import org.lacuna.intake.CheckSubmissions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** For an operator after a crash, or before a backup. */
@Command(
        name = "fsck",
        description = "Checks what people sent without opening it: nothing may be readable, half, or without a key.")
class FsckCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Inject
    CheckSubmissions check;

    @Override
    public Integer call() {
        List<CheckSubmissions.Finding> found = check.check();
        found.forEach(each -> spec.commandLine().getOut().println(each.what() + ": " + each.rows()));
        if (found.isEmpty()) {
            spec.commandLine().getOut().println("Submissions: nothing is readable, half, or without a key.");
        }
        spec.commandLine().getOut().flush();
        return found.isEmpty() ? 0 : 1;
    }
}
