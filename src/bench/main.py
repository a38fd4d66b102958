"""The benchmark: makes the site, has everybody fetch it in turns, and says what came out."""
import argparse
import json
import os
import platform
import sys
import time

import dispatch
import lacuna
import machine
import origin
import pages
import peers
import postgres
import verdict

PARTS = ["scrapy", "heritrix", "urlwatch", "lacuna", "politeness", "dispatch"]


def options():
    parser = argparse.ArgumentParser(prog="src/bench/run", description=__doc__)
    parser.add_argument("--pages", type=int, default=pages.MOST, help=f"different pages, at most {pages.MOST}")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each, in turns")
    parser.add_argument("--only", default=",".join(PARTS), help="some of " + ",".join(PARTS))
    parser.add_argument("--java-opts", default="", help="JAVA_OPTS of ./lacuna; without it the program's own defaults")
    parser.add_argument("--watched", type=int, default=1_000_000, help="subjects for the measurement of dispatching")
    parser.add_argument("--work", default=os.path.join(lacuna.PROJECT, "target", "bench"), help="a folder for everything")
    chosen = parser.parse_args()
    chosen.only = chosen.only.split(",")
    if not 1 <= chosen.pages <= pages.MOST or set(chosen.only) - set(PARTS) or chosen.rounds < 1:
        parser.error(f"expected 1 to {pages.MOST} pages, at least one round and parts out of {','.join(PARTS)}")
    return chosen


class Bench:
    def __init__(self, chosen):
        self.chosen, self.runs, self.goals, self.broken, self.skipped = chosen, {}, [], [], []
        self.count = chosen.pages
        self.site = origin.Origin(chosen.work)
        self.addresses = os.path.join(chosen.work, "addresses.txt")
        self.database = self.lacuna = None

    def wants(self, part):
        return part in self.chosen.only

    def work(self):
        os.makedirs(self.site.work, exist_ok=True)
        made = self.site.start(self.count)
        with open(self.addresses, "w") as file:
            file.writelines(pages.url(number, self.site.port) + "\n" for number in range(self.count))
        say(f"{self.count} pages of {made / 1000:.0f} kB on {pages.HOSTS} hosts; nginx {self.site.version()};"
            f" {os.cpu_count()} processors; {platform.system()} {platform.release()}")
        crews = self.crews()
        self.prepare_lacuna()
        for number in range(1, self.chosen.rounds + 1):
            for crew in crews:
                self.attempt(crew.name, lambda crew=crew: self.peer(crew, number))
            if self.wants("lacuna"):
                self.attempt("Lacuna", lambda: self.ours(number))
        if self.wants("politeness"):
            self.attempt("politeness", self.politeness)
        if self.wants("dispatch"):
            self.attempt("dispatch", lambda: self.goals.extend(dispatch.measure(self.lacuna, self.database, self.chosen.watched)))

    def crews(self):
        work, found = self.chosen.work, []
        if self.wants("scrapy"):
            found += [peers.Scrapy(work, 16), peers.Scrapy(work, 64)]
        if self.wants("heritrix"):
            found += [peers.Heritrix(work, True), peers.Heritrix(work, False)]
        if self.wants("urlwatch"):
            found += [peers.Urlwatch(work)]
        for crew in list(found):
            missing = crew.missing()
            if missing:
                self.skipped.append(f"skipped {crew.name}: {missing}")
                say(self.skipped[-1])
                found.remove(crew)
            else:
                say(f"{crew.name}: {crew.version()}")
        return found

    def prepare_lacuna(self):
        if not {"lacuna", "politeness", "dispatch"} & set(self.chosen.only):
            return
        self.database = postgres.Postgres(self.chosen.work)
        self.database.start(*dispatch.STATISTICS if self.wants("dispatch") else [])
        self.lacuna = lacuna.Lacuna(self.chosen.work, self.site, self.database, self.chosen.java_opts)
        self.lacuna.install()
        self.lacuna.prepare()
        java = machine.tool(["sh", "-c", "java -version 2>&1"]).splitlines()[0]
        say(f"Lacuna: {self.lacuna.version()}; {java}; PostgreSQL {self.database.version()};"
            f" JAVA_OPTS '{self.chosen.java_opts}'")

    def peer(self, crew, number):
        mark = self.site.mark()
        cost = crew.run(self.addresses, number)
        self.keep(crew.name, cost, mark, 200)

    def ours(self, number):
        self.lacuna.fresh()
        self.lacuna.watch(self.lacuna.rows(range(self.count)))
        for who, status in ((verdict.FIRST, 200), (verdict.AGAIN, 304)):
            if status == 304:
                # a profile that is not there is read in full each time, so these are all profiles that are
                self.lacuna.visited(self.count)
            mark = self.site.mark()
            crawled = self.lacuna.crawl(f"{status}-{number}", self.count)
            self.keep(who, crawled.cost, mark, status, crawled)

    def keep(self, who, cost, mark, status, crawled=None):
        """Only what the origin saw counts; a contestant that left pages out has not run the race."""
        tally = self.site.tally(mark)
        run = verdict.Run(who, self.count, cost.cpu, cost.wall, cost.megabytes, crawled.database if crawled else 0.0)
        say(f"{who}: {verdict.rate(run):.0f} pages per CPU s, CPU {run.cpu:.1f} s, wall {run.wall:.1f} s,"
            f" {run.megabytes:.0f} MB; the origin answered {tally}" + (f"; starting took {crawled.start:.1f} s of it; {crawled.outcomes}" if crawled else ""))
        if tally.get(status, 0) != self.count:
            self.broken.append(f"{who}: expected {self.count} different pages answered {status}, the origin answered {tally}")
            return
        self.runs.setdefault(who, []).append(run)

    def politeness(self):
        seconds = 60
        self.lacuna.fresh()
        self.lacuna.watch(self.lacuna.rows(range(self.count)))
        mark = self.site.mark()
        node = self.lacuna.serve("politeness", LACUNA_FETCH_DELAY="1s")
        end = time.monotonic() + 300
        while time.monotonic() < end and not node.over():
            requests = self.site.since(mark)
            if requests and requests[-1].began - requests[0].began > seconds + 15:
                break
            time.sleep(3)
        node.stop()
        requests = self.site.since(mark)
        if not requests:
            raise machine.Failed(f"Lacuna asked for nothing; see {node.log}")
        self.goals += verdict.politeness_goals(requests, pages.HOSTS, seconds)

    def attempt(self, what, action):
        try:
            action()
        except machine.Failed as failed:
            self.broken.append(f"{what}: {failed}")
            say(self.broken[-1])

    def close(self):
        machine.stop_all()
        if self.database:
            self.database.close()

    def report(self):
        goals = [*verdict.ratio_goals(self.runs), *self.goals]
        if self.runs:
            print(verdict.table(self.runs))
        if goals:
            print(verdict.goals_text(goals))
        print("\n".join(["", *self.skipped, *(f"BROKEN {line}" for line in self.broken)]))
        with open(os.path.join(self.chosen.work, "results.json"), "w") as file:
            json.dump({"runs": {who: [vars(run) for run in runs] for who, runs in self.runs.items()},
                       "goals": [vars(goal) for goal in goals], "broken": self.broken, "skipped": self.skipped}, file, indent=1)
        return 1 if self.broken else 0


def say(line):
    print(f"{time.strftime('%H:%M:%S')} {line}", flush=True)


def main():
    machine.end_when_told()
    bench = Bench(options())
    try:
        bench.work()
    except machine.Failed as failed:
        bench.broken.append(str(failed))
    finally:
        bench.close()
    return bench.report()


if __name__ == "__main__":
    sys.exit(main())
