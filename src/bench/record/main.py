"""The benchmark of the record as data: invents a record, publishes it, and measures what is asked of it beside others."""
import argparse
import json
import os
import sys
import time

import service

import facts
import fresh
import load
import load_tools
import machine
import parts
import reports

PARTS = ["hot", "cold", "pages", "lists", "deep", "search", "exports", "reports", "fresh"]


def options():
    parser = argparse.ArgumentParser(prog="src/bench/record/run", description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000, help="cases to invent; each has six entries on average")
    parser.add_argument("--seed", type=int, default=1, help="the same seed invents the same record")
    parser.add_argument("--only", default=",".join(PARTS), help="some of " + ",".join(PARTS))
    parser.add_argument("--seconds", type=int, default=10, help="of each measurement")
    parser.add_argument("--rounds", type=int, default=2, help="in turns, of which the best counts, for both sides")
    parser.add_argument("--keep", default="", help="a folder in which the database stays for the next run")
    parser.add_argument("--facts-only", action="store_true", help="write the facts and stop; a later run with the same --keep goes on")
    parser.add_argument("--java-opts", default="", help="JAVA_OPTS of ./lacuna; without it the program's own defaults")
    parser.add_argument("--work", default=os.path.join(service.PROJECT, "target", "bench-record"), help="a folder for everything")
    chosen = parser.parse_args()
    chosen.only = [part for part in chosen.only.split(",") if part]
    if chosen.cases < 2000 or set(chosen.only) - set(PARTS) or chosen.rounds < 1 or chosen.seconds < 1:
        parser.error(f"expected at least 2,000 cases, one round and parts out of {','.join(PARTS)}")
    if chosen.facts_only and not chosen.keep:
        parser.error("--facts-only needs a folder to --keep them in")
    return chosen


class Bench:
    def __init__(self, chosen):
        self.chosen, self.work, self.cases, self.seed = chosen, os.path.abspath(chosen.work), chosen.cases, chosen.seed
        self.seconds, self.rounds = chosen.seconds, chosen.rounds
        os.makedirs(self.work, exist_ok=True)
        self.database = service.Database(self.work, chosen.keep)
        self.lacuna = service.Lacuna(self.work, self.database, chosen.java_opts)
        self.nodes, self.lines, self.broken, self.invented = {}, [], [], None

    def run(self):
        self.lacuna.install()
        self.database.start(*service.ROOM)
        if not self.database.ask("SELECT 1 FROM pg_database WHERE datname = 'lacuna'", "postgres"):
            self.database.fresh()
        self.made()
        if self.chosen.facts_only:
            return
        self.cases = int(self.database.ask("SELECT count(*) FROM current_case"))
        for name in self.chosen.only:
            self.attempt(name, lambda name=name: fresh.measure(self, facts.platforms()[0], max(2000, self.cases // 20))
                         if name == "fresh" else reports.measure(self) if name == "reports" else getattr(parts, name)(self))

    def made(self):
        """The record, invented, written and published; or as an earlier run left it."""
        if self.database.ask("SELECT to_regclass('bench_made')"):
            load_tools.say(f"the record of an earlier run: {self.database.ask('SELECT said FROM bench_made')}")
            return
        self.written()
        if not self.chosen.facts_only:
            self.published()

    def written(self):
        if self.database.ask("SELECT to_regclass('bench_written')"):
            self.cases = int(self.database.ask("SELECT cases FROM bench_written"))
            return
        self.node("first-start")
        self.stop("first-start")
        began = time.monotonic()
        for done in load.load(self.database.psql_command(), self.cases, self.seed, os.cpu_count()):
            if done % 100_000 == 0 or done == self.cases:
                load_tools.say(f"{time.strftime('%H:%M:%S')} {done:,} cases written")
        self.database.ask("VACUUM ANALYZE")
        self.database.ask(f"CREATE TABLE bench_written AS SELECT {self.cases} AS cases, {time.monotonic() - began} AS seconds")

    def published(self):
        written = float(self.database.ask("SELECT seconds FROM bench_written"))
        left = int(self.database.ask("SELECT count(*) FROM cases c WHERE NOT EXISTS (SELECT FROM change WHERE kind = 'case' AND slug = c.slug)"))
        publishing = self.lacuna.command("publish", "record", "publish")
        while not publishing.over():
            time.sleep(2)
            if int(time.monotonic() - publishing.began) % 60 < 2:
                load_tools.say(f"{time.strftime('%H:%M:%S')} {self.database.ask('SELECT coalesce(max(sequence), 0) FROM change')} changes")
        cost = publishing.result()
        self.database.ask("VACUUM ANALYZE")
        rate = left / cost.wall
        said = f"{self.cases:,} cases and {self.cases * facts.ENTRIES_PER_CASE:,} entries written in {written:,.0f} s, {left:,} published in {cost.wall:,.0f} s"
        load_tools.say(said)
        self.lines.append(parts.Line("publishing everything", f"{rate:,.0f} cases/s", "", "", "≥ 1,000 cases/s", rate >= 1000))
        self.database.ask(f"CREATE TABLE bench_made AS SELECT '{said}, {rate:,.0f} cases/s'::text AS said")

    def node(self, name="serve", **settings):
        if name not in self.nodes:
            self.nodes[name] = self.lacuna.serve(name, **settings)
        return self.nodes[name]

    def stop(self, name):
        self.nodes.pop(name).stop()

    def slugs(self, count):
        return self.database.ask(f"""SELECT slug FROM current_case TABLESAMPLE SYSTEM_ROWS ({count})""").split() \
            if self.database.ask("SELECT 1 FROM pg_extension WHERE extname = 'tsm_system_rows'") \
            else self.database.ask(f"SELECT slug FROM (SELECT slug FROM current_case ORDER BY sequence LIMIT {count * 10}) s ORDER BY md5(slug) LIMIT {count}").split()

    def record(self):
        self.invented = self.invented or facts.Record(self.seed)
        return self.invented

    def new_blocks(self):
        """A number from which blocks are not written yet."""
        return 1_000_000 + int(self.database.ask("SELECT count(*) FROM incident"))

    def attempt(self, name, action):
        load_tools.say(f"{time.strftime('%H:%M:%S')} {name}")
        try:
            for line in action():
                self.lines.append(line)
                load_tools.say(str(line))
        except (machine.Failed, KeyError, OSError) as failed:
            self.broken.append(f"{name}: {failed!r}")
            load_tools.say("BROKEN " + self.broken[-1])

    def close(self):
        machine.stop_all()
        self.database.close()

    def report(self):
        print(f"\n{self.cases:,} cases; {os.cpu_count()} processors; PostgreSQL {self.database.version()}; "
              f"{machine.tool(['git', '-C', service.PROJECT, 'describe', '--always', '--dirty']).strip()}\n")
        print("| what | Lacuna | the other | result | goal | met |\n|---|---|---|---|---|---|")
        print("\n".join(map(str, self.lines)))
        print("\n".join(f"BROKEN {line}" for line in self.broken))
        with open(os.path.join(self.work, "results.json"), "w") as file:
            json.dump({"cases": self.cases, "lines": [vars(line) for line in self.lines], "broken": self.broken}, file, indent=1)
        return 1 if self.broken else 0


def main():
    machine.end_when_told()
    bench = Bench(options())
    try:
        bench.run()
    except machine.Failed as failed:
        bench.broken.append(str(failed))
    finally:
        bench.close()
    return bench.report()


if __name__ == "__main__":
    sys.exit(main())
