package org.lacuna.cli;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The word before all the others. A new command is one class here, named in {@code subcommands}. */
@TopCommand
@Command(
        name = "lacuna",
        description = "Records when a platform suspends an account or blocks content, and whether it came back.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        subcommands = {
            Serve.class,
            ProbeCommand.class,
            CrawlersCommand.class,
            RecordCommand.class,
            EditorPassword.class,
            RecoveryCommand.class,
            AuditCommand.class,
            SwitchCommand.class,
            KeyCommand.class,
            VerifyCommand.class,
            FsckCommand.class,
            ExportFilesCommand.class,
            ReportCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; the message says why", "2:the command line was not understood"})
class LacunaCommand {}
