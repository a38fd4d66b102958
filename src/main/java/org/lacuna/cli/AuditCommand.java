package org.lacuna.cli;

import jakarta.inject.Inject;
import org.lacuna.desk.door.AuditCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** For whoever wants to know that nobody touched the audit trail. */
@Command(name = "audit", description = "Looks after the desk's audit trail.", synopsisSubcommandLabel = "COMMAND")
class AuditCommand {
    @Spec
    CommandSpec spec;

    @Inject
    AuditCheck check;

    @Command(
            name = "check",
            description = "Follows the chain from the first line to the last and names the first broken one. Write the"
                    + " last digest down elsewhere: lines that were cut off at the end show only there.")
    int check() {
        AuditCheck.Found found = check.check();
        spec.commandLine()
                .getOut()
                .println(found.lines() + " lines are whole; the last has the digest " + found.last());
        spec.commandLine().getOut().flush();
        found.broken().ifPresent(broken -> {
            spec.commandLine().getErr().println(broken);
            spec.commandLine().getErr().flush();
        });
        return found.broken().isPresent() ? 1 : 0;
    }
}
