"""Lacuna and its PostgreSQL for this benchmark: the built program as it comes, on a server of Debian's."""
import http.client
import json
import os
import shutil
import sys
import time
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

import machine
import postgres

PROJECT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
NO_LIMIT = "16777215"

# what PostgreSQL gets on a machine that keeps a million cases; all else is as Debian has it
ROOM = ("-c", "shared_buffers=4GB", "-c", "max_wal_size=8GB", "-c", "checkpoint_timeout=30min")


class Database(postgres.Postgres):
    """May be kept in a folder from one run to the next: a million cases take an hour to make."""

    def __init__(self, work, kept):
        super().__init__(work)
        self.kept = kept
        if kept:
            shutil.rmtree(self.folder)
            self.folder = os.path.abspath(kept)
            os.makedirs(self.folder, exist_ok=True)
            if os.getuid() == 0:
                shutil.chown(self.folder, "postgres")

    def close(self):
        self.stop()
        if not self.kept:
            shutil.rmtree(self.folder, ignore_errors=True)

    def psql_command(self, *arguments):
        return [os.path.join(self.programs, "psql"), "-h", "127.0.0.1", "-p", str(self.port), "-U", "lacuna", "-d", "lacuna",
                "-X", "-q", "-v", "ON_ERROR_STOP=1", *arguments]


class Lacuna:
    def __init__(self, work, database, java_options):
        self.work, self.database, self.java_options = work, database, java_options
        self.data = os.path.join(work, "data")

    def install(self):
        if not os.path.exists(os.path.join(PROJECT, "target", "quarkus-app", "quarkus-run.jar")):
            machine.tool(["mvn", "-q", "-DskipTests", "package"], cwd=PROJECT)

    def environment(self, **settings):
        return {
            "LACUNA_DATA": self.data, "LACUNA_ROLES": "public", "JAVA_OPTS": self.java_options,
            "LACUNA_RECORD_IMPORT_ON_EMPTY": "false", "LACUNA_BULK_WORKS": "false",
            "LACUNA_ADDRESS": "https://record.example/",
            "QUARKUS_DATASOURCE_JDBC_URL": f"jdbc:postgresql://127.0.0.1:{self.database.port}/lacuna",
            "QUARKUS_DATASOURCE_USERNAME": "lacuna", "QUARKUS_DATASOURCE_PASSWORD": "none",
            "QUARKUS_HTTP_PORT": "0", "LACUNA_ACCESS_TOGETHER_PER_MINUTE": NO_LIMIT, **settings}

    def serve(self, name, **settings):
        log = os.path.join(self.work, f"lacuna-{name}.log")
        if os.path.exists(log):
            os.remove(log)
        node = machine.Running([os.path.join(PROJECT, "lacuna"), "serve"], log, env=self.environment(**settings))
        end = time.monotonic() + 600
        while "Listening on" not in read(log):
            if node.over() or time.monotonic() > end:
                raise machine.Failed(f"Lacuna did not start; see {log}")
            time.sleep(0.2)
        # the server takes a free port and says which
        node.port = int(read(log).partition("Listening on: http://")[2].split()[0].rpartition(":")[2].strip("/"))
        return node

    def command(self, name, *words, **settings):
        log = os.path.join(self.work, f"lacuna-{name}.log")
        return machine.Running([os.path.join(PROJECT, "lacuna"), *words], log, env=self.environment(**settings))

    def told(self, name, words, java_options):
        """Runs a command to its end, with options of Java of its own, and gives what it said."""
        log = os.path.join(self.work, f"lacuna-{name}.log")
        if os.path.exists(log):
            os.remove(log)
        machine.Running([os.path.join(PROJECT, "lacuna"), *words], log,
                        env={**self.environment(), "JAVA_OPTS": java_options}).result()
        return read(log)


def read(path):
    try:
        with open(path, errors="replace") as file:
            return file.read()
    except FileNotFoundError:
        return ""


class Client:
    """One connection that stays open."""

    def __init__(self, port):
        self.port = port
        self.connection = None

    def get(self, path, **headers):
        """Status, headers and body; and how long it took, in seconds."""
        for attempt in (1, 2):
            self.connection = self.connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
            began = time.perf_counter()
            try:
                self.connection.request("GET", path, headers=headers)
                answer = self.connection.getresponse()
                body = answer.read()
                return answer.status, answer.headers, body, time.perf_counter() - began
            except (ConnectionError, http.client.HTTPException):
                self.connection.close()
                self.connection = None
                if attempt == 2:
                    raise

    def json(self, path):
        status, _, body, _ = self.get(path)
        if status != 200:
            raise machine.Failed(f"expected 200 from {path}, found {status}: {body[:300]!r}")
        return json.loads(body)


def quoted(text):
    return urllib.parse.quote(text, safe="")


def share(sorted_values, part):
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * part))]
