package org.lacuna.cli;

import picocli.CommandLine.Command;

/** What an author of definitions needs: no database, and no server that runs. */
@Command(
        name = "crawlers",
        description = "Measures and checks the definitions of platforms. Needs no database.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {EvaluateCommand.class, CheckCommand.class, ImportCommand.class, RereadCommand.class})
class CrawlersCommand implements WithoutApplication {}
