"""Runs programs and measures them: processor seconds of the whole process tree, wall time, peak memory."""
import dataclasses
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time


class Failed(Exception):
    """The benchmark cannot go on, and the message says why."""


@dataclasses.dataclass
class Cost:
    """What a program cost. CPU is user and system time, of its children too; memory is its largest resident set."""
    cpu: float
    wall: float
    megabytes: float


class Running:
    """A program under way, its output in a file."""

    all = []

    def __init__(self, command, log, env=None, cwd=None):
        self.command, self.log = command, log
        self.began = time.monotonic()
        with open(log, "ab") as out:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=cwd, env={**os.environ, **(env or {})})
        self.cost = self.code = None
        Running.all.append(self)

    def over(self, wait=False):
        """Whether it has ended; its cost and exit code are known then."""
        if self.cost is None:
            pid, status, used = os.wait4(self.process.pid, 0 if wait else os.WNOHANG)
            if pid:
                self.code = self.process.returncode = os.waitstatus_to_exitcode(status)
                self.cost = Cost(used.ru_utime + used.ru_stime, time.monotonic() - self.began, used.ru_maxrss / 1024)
        return self.cost is not None

    def stop(self, patience=60):
        """Ends it in an orderly way, or the hard way when it does not listen."""
        if not self.over():
            self.process.send_signal(signal.SIGTERM)
        end = time.monotonic() + patience
        while not self.over():
            if time.monotonic() > end:
                self.process.kill()
                self.over(wait=True)
                raise Failed(f"{self.command[0]} did not stop within {patience} s; see {self.log}")
            time.sleep(0.05)
        return self.cost

    def result(self, patience=3600):
        """Waits for its end; anything but exit code 0 is a failure."""
        end = time.monotonic() + patience
        while not self.over():
            if time.monotonic() > end:
                self.stop()
                raise Failed(f"{self.command[0]} was not ready after {patience} s; see {self.log}")
            time.sleep(0.1)
        if self.code != 0:
            raise Failed(f"{self.command[0]} ended with exit code {self.code}; see {self.log}")
        return self.cost


def end_when_told():
    """Has SIGTERM end this program as an exception does, so that what it started is stopped."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))


def stop_all():
    """Ends whatever still runs, the youngest first."""
    for running in reversed(Running.all):
        try:
            running.stop()
        except Failed as failed:
            print(failed)


def tool(command, **options):
    """Runs a small program to its end and gives its output."""
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise Failed(f"{' '.join(command[:3])} … failed: {(done.stderr or done.stdout).strip()[-800:]}")
    return done.stdout


def tree_cpu(pid):
    """Processor seconds so far of a process, the children it has waited for and those that live."""
    live = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat") as file:
                fields = file.read().rpartition(")")[2].split()
            live[int(entry)] = int(fields[1]), sum(map(int, fields[11:15]))
        except (FileNotFoundError, ProcessLookupError):
            continue
    family, grown = {pid}, True
    while grown:
        more = {child for child, (parent, _) in live.items() if parent in family} - family
        family |= more
        grown = bool(more)
    return sum(live[member][1] for member in family if member in live) / os.sysconf("SC_CLK_TCK")


def threads_cpu(pid):
    """Processor seconds so far of a process's living threads, by the kernel's short names without their numbers."""
    spent = {}
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{task}/stat") as file:
                name, _, rest = file.read().partition("(")[2].rpartition(")")
        except (FileNotFoundError, ProcessLookupError):
            continue
        name = re.sub(r"[-#\d]+$", "", name)
        spent[name] = spent.get(name, 0) + sum(map(int, rest.split()[11:13])) / os.sysconf("SC_CLK_TCK")
    return dict(sorted(spent.items(), key=lambda item: -item[1]))


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def found(program, *elsewhere):
    """Where a program is; empty if it is not there."""
    return shutil.which(program) or next((path for path in elsewhere if os.access(path, os.X_OK)), "")
