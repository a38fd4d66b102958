"""A PostgreSQL of the benchmark's own, from Debian's package, with the settings it comes with."""
import glob
import os
import pwd
import shutil
import tempfile
import time

import machine


class Postgres:
    def __init__(self, work):
        programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
        if not programs:
            raise machine.Failed("expected PostgreSQL 15 or newer, found none: apt-get install postgresql")
        self.programs = programs[-1]
        self.work = work
        self.port = machine.free_port()
        self.server = None
        # PostgreSQL refuses root, and its user may not look into the project's folder
        self.user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
        self.folder = tempfile.mkdtemp(prefix="lacuna-bench-")
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")

    def program(self, name, *arguments):
        command = [os.path.join(self.programs, name), *arguments]
        return ["setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups", *command] \
            if os.getuid() == 0 else command

    def version(self):
        return machine.tool([os.path.join(self.programs, "postgres"), "--version"]).split()[2]

    def start(self, *options):
        data = os.path.join(self.folder, "data")
        if not os.path.exists(data):
            machine.tool(self.program("initdb", "-D", data, "-A", "trust", "-U", "lacuna", "-E", "UTF8",
                                      "--locale=C.UTF-8", "--no-instructions"), cwd="/")
        self.server = machine.Running(
            self.program("postgres", "-D", data, "-p", str(self.port), "-h", "127.0.0.1",
                         "-k", self.folder, "-c", "max_connections=100", *options),
            os.path.join(self.work, "postgres.log"), cwd="/")
        for _ in range(300):
            if self.server.over():
                raise machine.Failed(f"PostgreSQL did not start; see {self.server.log}")
            try:
                self.ask("SELECT 1", "postgres")
                return
            except machine.Failed:
                time.sleep(0.1)
        raise machine.Failed(f"PostgreSQL takes no connection; see {self.server.log}")

    def read(self, *tables):
        """Reads the files of tables and all that belongs to them once, so that they lie in the machine's memory."""
        names = ", ".join(f"'{table}'::regclass" for table in tables)
        for path in self.ask(f"""SELECT pg_relation_filepath(file) FROM pg_class t,
                LATERAL (SELECT t.oid UNION SELECT t.reltoastrelid UNION SELECT indexrelid FROM pg_index
                    WHERE indrelid IN (t.oid, t.reltoastrelid)) files (file)
                WHERE t.oid IN ({names}) AND file <> 0""").split():
            for part in glob.glob(os.path.join(self.folder, "data", path + "*")):
                with open(part, "rb") as file:
                    while file.read(1 << 20):
                        pass

    def stop(self):
        if self.server and not self.server.over():
            # SIGINT ends it without waiting for clients
            self.server.process.send_signal(2)
            self.server.result(120)
        self.server = None

    def close(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def psql(self, database, *arguments):
        return machine.tool(["psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "lacuna", "-d", database,
                             "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", *arguments])

    def ask(self, sql, database="lacuna"):
        return self.psql(database, "-c", sql).strip()

    def fresh(self, template=None):
        """An empty database, or a copy of another."""
        self.ask("DROP DATABASE IF EXISTS lacuna WITH (FORCE)", "postgres")
        self.ask("CREATE DATABASE lacuna" + (f" TEMPLATE {template}" if template else ""), "postgres")

    def keep_as(self, template):
        self.ask(f"ALTER DATABASE lacuna RENAME TO {template}", "postgres")

    def cpu(self):
        return machine.tree_cpu(self.server.process.pid)
