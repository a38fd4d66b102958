"""Lacuna as an operator runs a node that crawls: the built program on a PostgreSQL beside it."""
import dataclasses
import os
import shutil
import time

import machine
import pages

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(HERE))
PLATFORMS = 10
STANDSTILL = 120  # seconds without a new observation


@dataclasses.dataclass
class Crawled:
    cost: machine.Cost
    start: float  # processor seconds until it was ready to work
    database: float  # processor seconds of PostgreSQL
    outcomes: dict


class Lacuna:
    """The built program as it is; the benchmark's definitions stand in a folder such as operators have."""

    def __init__(self, work, origin, postgres, options):
        self.work, self.origin, self.postgres, self.options = work, origin, postgres, options
        self.own = os.path.join(work, "definitions")
        self.data = os.path.join(work, "lacuna-data")

    def version(self):
        return machine.tool(["git", "-C", PROJECT, "describe", "--always", "--dirty"]).strip()

    def install(self):
        if not os.path.exists(os.path.join(PROJECT, "target", "quarkus-app", "quarkus-run.jar")):
            machine.tool(["mvn", "-q", "-DskipTests", "package"], cwd=PROJECT)
        shutil.rmtree(self.own, ignore_errors=True)
        os.makedirs(self.own)
        for name, text in self.definitions().items():
            with open(os.path.join(self.own, name), "w") as file:
                file.write(text)

    def definitions(self):
        with open(os.path.join(HERE, "definition.yaml")) as file:
            template = file.read()
        return {f"bench-{number}.yaml": template
                .replace("NUMBER", str(number))
                .replace("HOSTS", ", ".join(pages.address(host) for host in range(number, pages.HOSTS, PLATFORMS)))
                .replace("CONTROL", pages.control(number, self.origin.port)) for number in range(PLATFORMS)}

    def environment(self, roles, **settings):
        trusted = ",".join(f"{pages.address(host)}:{self.origin.port}" for host in range(pages.HOSTS))
        return {
            "LACUNA_DATA": self.data, "LACUNA_ROLES": roles, "LACUNA_CRAWLERS_DIRECTORY": self.own, "JAVA_OPTS": self.options,
            "QUARKUS_DATASOURCE_JDBC_URL": f"jdbc:postgresql://127.0.0.1:{self.postgres.port}/lacuna",
            "QUARKUS_DATASOURCE_USERNAME": "lacuna", "QUARKUS_DATASOURCE_PASSWORD": "none",
            "QUARKUS_HTTP_PORT": "0", "LACUNA_FETCH_TRUSTED_ADDRESSES": trusted, "LACUNA_FETCH_DELAY": "0s",
            "LACUNA_FETCH_CONTACT": "http://127.0.0.1/bench", "LACUNA_CRAWL_DISPATCH_EVERY": "1s", **settings}

    def serve(self, run, roles="crawler,scheduler", **settings):
        log = os.path.join(self.work, f"lacuna-{run}.log")
        if os.path.exists(log):
            os.remove(log)
        return machine.Running([os.path.join(PROJECT, "lacuna"), "serve"],
                               log, env=self.environment(roles, **settings))

    def prepare(self):
        """A database as the program's first start leaves it, kept as a template."""
        shutil.rmtree(self.data, ignore_errors=True)
        self.postgres.fresh()
        first = self.serve("first-start", "public")
        ready(first)
        first.stop()
        self.postgres.psql("lacuna", "-f", os.path.join(HERE, "guard.sql"))
        self.postgres.keep_as("lacuna_empty")

    def fresh(self):
        """A database that watches nothing."""
        shutil.rmtree(self.data, ignore_errors=True)
        self.postgres.fresh("lacuna_empty")

    def watch(self, rows):
        """Has these (platform, url) watched and due; whatever else is watched is not."""
        source = os.path.join(self.work, "watches.tsv")
        with open(source, "w") as file:
            file.writelines(f"{place}\t{platform}\t{url}\n" for place, (platform, url) in enumerate(rows))
        self.postgres.psql(
            "lacuna", "-c", "CREATE TABLE bench_source (place bigint, platform text, url text)",
            "-c", f"\\copy bench_source FROM '{source}'", "-f", os.path.join(HERE, "watches.sql"))
        os.remove(source)

    def rows(self, numbers):
        for number in numbers:
            yield f"bench-{number % pages.PROFILES % pages.HOSTS % PLATFORMS}", pages.url(number, self.origin.port)

    def visited(self, count):
        """Leaves so many pages that are there, visited once and due again."""
        unchanged = pages.there(count)
        more = [number for number in unchanged if number >= count]
        self.watch(self.rows(more))
        self.crawl("more", len(more))
        self.watch(self.rows(unchanged))

    def crawl(self, run, count, **settings):
        """Has everything checked that is due, once, and stops."""
        last = self.postgres.ask("SELECT coalesce(max(id), 0) FROM observation")
        new = f"FROM observation WHERE id > {last} AND control <> 'itself'"
        cpu = self.postgres.cpu()
        node = self.serve(run, **settings)
        start = ready(node)
        self.progress(node, lambda: int(self.postgres.ask(f"SELECT count(*) {new}")), count)
        with open(os.path.join(self.work, f"threads-{run}.txt"), "w") as file:
            file.writelines(f"{spent:8.2f} s  {name}\n" for name, spent in machine.threads_cpu(node.process.pid).items())
        cost = node.stop()
        cpu = self.postgres.cpu() - cpu
        found = self.postgres.ask(f"SELECT outcome || '=' || count(DISTINCT subject) {new} GROUP BY outcome")
        return Crawled(cost, start, cpu, {key: int(value) for key, value in (line.split("=") for line in found.split())})


    @staticmethod
    def progress(node, done, count):
        """Waits until so many are done, as long as it goes on at all."""
        so_far, moved = 0, time.monotonic()
        while so_far < count:
            time.sleep(1)
            now = done()
            if now > so_far:
                so_far, moved = now, time.monotonic()
            ended = node.over()
            if so_far < count and (ended or time.monotonic() > moved + STANDSTILL):
                if not ended:
                    node.stop()
                raise machine.Failed(f"Lacuna {'ended' if ended else 'stood still'} after {so_far} of {count} checks; see {node.log}")


def wait(node, ready, patience, pause=0.2):
    end = time.monotonic() + patience
    while not ready():
        if node.over():
            raise machine.Failed(f"Lacuna ended by itself with exit code {node.code}; see {node.log}")
        if time.monotonic() > end:
            node.stop()
            raise machine.Failed(f"Lacuna was not ready after {patience} s; see {node.log}")
        time.sleep(pause)


def ready(node):
    """Waits until it is up; gives the processor seconds that took."""
    wait(node, lambda: "Listening on" in read(node.log), 300)
    return machine.tree_cpu(node.process.pid)


def read(path):
    with open(path, errors="replace") as file:
        return file.read()
