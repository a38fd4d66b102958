package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.lacuna.page.Switch;
import org.lacuna.page.Switches;

/** Turns a switch and leaves a trace of it. */
@ApplicationScoped
public class TurnSwitch {
    private static final String CONSOLE = "console";

    private final Switches switches;
    private final Audit audit;

    TurnSwitch(Switches switches, Audit audit) {
        this.switches = switches;
        this.audit = audit;
    }

    @Transactional
    void turn(Visitor admin, Switch one, boolean on, String why) {
        switches.turn(one, on, why, admin.name());
        audit.act(admin.editor(), DeskAction.TURNED_SWITCH, one.word(), trace(on, why));
    }

    /** For a command on the console; the reason is not empty. */
    @Transactional
    public void onConsole(Switch one, boolean on, String why) {
        switches.turn(one, on, why, CONSOLE);
        audit.onConsole(DeskAction.TURNED_SWITCH, one.word(), trace(on, why));
    }

    private static String trace(boolean on, String why) {
        return (on ? "on: " : "off: ") + why;
    }
}
