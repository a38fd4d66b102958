"""Compares settings of the Java machine for a node that crawls: what starting costs, then the pages, by CPU seconds."""
import argparse
import os
import statistics
import sys

import lacuna
import machine
import origin
import postgres

ARCHIVE = "classes.jsa"
HEAP = "-XX:+UseSerialGC -Xmx256m"
SETTINGS = {
    "as ./lacuna has it": "",
    "Serial, heap 256 MB": HEAP,
    "Parallel, heap 256 MB": "-XX:+UseParallelGC -Xmx256m",
    "G1, heap 256 MB": "-XX:+UseG1GC -Xmx256m",
    "Serial, heap 128 MB": "-XX:+UseSerialGC -Xmx128m",
    "Serial, heap 320 MB, all at once": "-XX:+UseSerialGC -Xms320m -Xmx320m -Xmn224m",
    "Serial, first compiler only": f"{HEAP} -XX:TieredStopAtLevel=1",
    "Serial, second compiler only": f"{HEAP} -XX:-TieredCompilation",
    "Serial, shared classes": f"{HEAP} -XX:SharedArchiveFile={{archive}}",
    "Serial, shared, first compiler": f"{HEAP} -XX:SharedArchiveFile={{archive}} -XX:TieredStopAtLevel=1",
}


def options():
    parser = argparse.ArgumentParser(prog="src/bench/tuning", description=__doc__)
    parser.add_argument("--pages", type=int, default=10_000, help="0 to measure starting alone")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", default="", help="settings whose name has this in it")
    parser.add_argument("--add", action="append", default=[], help="one more setting: the options themselves")
    parser.add_argument("--work", default=os.path.join(lacuna.PROJECT, "target", "bench-tuning"))
    return parser.parse_args()


class Tuning:
    def __init__(self, chosen):
        self.chosen = chosen
        self.site = origin.Origin(chosen.work)
        os.makedirs(self.site.work, exist_ok=True)
        self.database = postgres.Postgres(chosen.work)
        self.node = lacuna.Lacuna(chosen.work, self.site, self.database, "")
        self.archive = os.path.join(chosen.work, ARCHIVE)

    def start(self):
        self.site.start(max(1, self.chosen.pages))
        self.database.start()

    def work(self):
        settings = {name: value for name, value in SETTINGS.items() if self.chosen.only in name}
        settings.update({value: value for value in self.chosen.add})
        self.node.install()
        self.node.prepare()
        self.node.fresh()
        if any("{archive}" in value for value in settings.values()):
            self.node.options = f"{HEAP} -XX:ArchiveClassesAtExit={self.archive}"
            self.started("archive")
        results = {name: [] for name in settings}
        print(f"{'':34}{'CPU s to start':>15}{'first visits':>14}{'304':>8}{'peak MB':>9}   pages per CPU s", flush=True)
        for _ in range(self.chosen.rounds):
            for name, value in settings.items():
                self.node.options = value.replace("{archive}", self.archive)
                results[name].append(self.measured() if self.chosen.pages else (self.started("start"), 0, 0, 0))
                print(f"{name:34}" + self.line(results[name][-1:]), flush=True)
        if self.chosen.rounds > 1:
            print("\nmedians\n" + "\n".join(f"{name:34}{self.line(found)}" for name, found in results.items()))

    @staticmethod
    def line(found):
        start, first, again, megabytes = (statistics.median(column) for column in zip(*found))
        return f"{start:15.1f}{first:14.0f}{again:8.0f}{megabytes:9.0f}"

    def started(self, run):
        running = self.node.serve(run)
        start = lacuna.ready(running)
        running.stop()
        return start

    def measured(self):
        count, rates, most, starts = self.chosen.pages, [], 0, []
        self.node.fresh()
        self.node.watch(self.node.rows(range(count)))
        for run in ("first", "again"):
            if run == "again":
                self.node.visited(count)
            crawled = self.node.crawl(run, count)
            rates.append(count / crawled.cost.cpu)
            starts.append(crawled.start)
            most = max(most, crawled.cost.megabytes)
        return statistics.mean(starts), *rates, most


def main():
    machine.end_when_told()
    tuning = Tuning(options())
    try:
        tuning.start()
        tuning.work()
    except machine.Failed as failed:
        sys.exit(str(failed))
    finally:
        machine.stop_all()
        tuning.database.close()


if __name__ == "__main__":
    main()
