package org.lacuna.cli;

import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lacuna.desk.door.TurnSwitch;
import org.lacuna.page.Switch;
import org.lacuna.page.Switches;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** For an operator who must stop something on every node. */
@Command(
        name = "switch",
        description =
                "Turns read-only, no-intake or no-desk on or off for all nodes, within two seconds. Without words it"
                        + " says how they stand.")
class SwitchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SWITCH", description = "read-only, no-intake or no-desk")
    String which = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "on|off", description = "how it shall stand")
    String turn = "";

    @Option(names = "--why", paramLabel = "REASON", description = "for other administrators and the audit trail")
    String why = "";

    @Inject
    Switches switches;

    @Inject
    TurnSwitch turnSwitch;

    @Override
    public Integer call() {
        if (!which.isEmpty()) {
            try {
                turn(Switch.of(which));
            } catch (IllegalArgumentException misunderstood) {
                spec.commandLine().getErr().println(misunderstood.getMessage());
                spec.commandLine().getErr().flush();
                return 2;
            }
        }
        Stream.of(Switch.values())
                .forEach(one ->
                        spec.commandLine().getOut().println(one.word() + ": " + (switches.on(one) ? "on" : "off")));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void turn(Switch one) {
        if (!turn.equals("on") && !turn.equals("off")) {
            throw new IllegalArgumentException("expected on or off after " + one.word());
        }
        if (why.isBlank()) {
            throw new IllegalArgumentException("expected a reason, such as --why 'the database moves'");
        }
        turnSwitch.onConsole(one, turn.equals("on"), why.strip());
    }
}
