"""Measures what issue 7 promises of the log, and says which goals are met. README.md says how."""
import argparse
import glob
import json
import os
import re
import shutil
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
for folder in ("..", os.path.join("..", "record")):
    sys.path.insert(0, os.path.join(HERE, folder))

import load_tools
import machine
import service

PROJECT = service.PROJECT
ORIGIN = "record.example/log"
# a change and its document; the trigger adds the leaf, as it does for the program
PUBLISH = """
WITH body AS (
    SELECT n, convert_to('{"salt":"' || md5(random()::text) || '","sequence":' || n || ',"slug":"case-' || n || '","title":"'
        || repeat('words of a title ', 60) || '"}', 'UTF8') AS bytes
    FROM generate_series((SELECT coalesce(max(sequence), 0) + 1 FROM change), (SELECT coalesce(max(sequence), 0) + %d FROM change)) n),
next AS (
    INSERT INTO change (sequence, action, kind, slug, digest, recorded)
    SELECT n, 'created', 'case', 'case-' || n, 'sha256:' || encode(sha256(bytes), 'hex'), clock_timestamp() FROM body)
INSERT INTO document (sequence, body) SELECT n, bytes FROM body;
"""
GOALS = []


def goal(what, found, met, target):
    GOALS.append({"what": what, "found": found, "met": bool(met), "goal": target})
    print(f"{what}: {found} (goal {target}){'' if met else '  NOT MET'}", flush=True)


def size(client):
    status, _, body, _ = client.get("/log/checkpoint")
    return int(body.split(b"\n")[1]) if status == 200 else 0


def wait_for(client, entries, seen=None):
    """Until the published log has so many; what was seen of it, as moments and sizes."""
    seen = [] if seen is None else seen
    end = time.time() + 600
    while not seen or seen[-1][1] < entries:
        if time.time() > end:
            raise machine.Failed(f"the log has not grown to {entries} entries")
        now = size(client)
        if not seen or now > seen[-1][1]:
            seen.append((time.time(), now))
        time.sleep(0.01)
    return seen


def publish(database, lacuna, entries):
    """Changes whose leaves wait: no node runs meanwhile."""
    there = int(database.ask("SELECT count(*) FROM log_leaf")) if database.ask("SELECT to_regclass('log_leaf')") else 0
    if there == 0:
        lacuna.serve("migrates").stop()
    began = time.time()
    for _ in range(max(0, entries - there) // 20_000):
        database.ask(PUBLISH % 20_000)
    if there < entries:
        print(f"{entries - there} changes were published in {time.time() - began:.0f} s", flush=True)
    # an earlier run may have signed them
    database.ask("ALTER TABLE log_checkpoint DISABLE TRIGGER USER; DELETE FROM log_checkpoint;"
                 "ALTER TABLE log_checkpoint ENABLE TRIGGER USER")
    shutil.rmtree(os.path.join(lacuna.data, "log"), ignore_errors=True)


def integrated(database, lacuna):
    """From leaves that wait in the database to tiles on the disk, a signature and a published checkpoint."""
    node = lacuna.serve("integrates")
    began = time.time()
    wait_for(service.Client(node.port), int(database.ask("SELECT count(*) FROM log_leaf")))
    rows = database.ask("SELECT extract(epoch FROM recorded) || ' ' || size FROM log_checkpoint ORDER BY size").splitlines()
    (first, small), (last, large) = (map(float, row.split()) for row in (rows[0], rows[-1]))
    # a few entries are one step, with the second before it
    rate = (large - small) / (last - first) if large > small else large / (time.time() - began)
    goal("entries integrated a second", f"{rate:,.0f}", rate >= 10_000, "10,000")
    return node


def latency(database, node, seconds):
    """A hundred changes a second, each in a transaction of its own; from then to the checkpoint that anybody can read."""
    client, entries = service.Client(node.port), int(database.ask("SELECT count(*) FROM log_leaf"))
    script = os.path.join(database.folder, "publish.sql")
    with open(script, "w") as file:
        file.write("BEGIN;\nSELECT pg_advisory_xact_lock(hashtextextended('publication', 0));\n" + PUBLISH % 1 + "COMMIT;\n")
    os.chmod(script, 0o644)
    writer = threading.Thread(target=machine.tool, args=([
        os.path.join(database.programs, "pgbench"), "-h", database.folder, "-p", str(database.port), "-U", "lacuna", "-n",
        "-R", "100", "-c", "4", "-T", str(seconds), "-f", script, "lacuna"],), kwargs={"cwd": "/"})
    seen = [(time.time(), size(client))]
    writer.start()
    while writer.is_alive():
        now = size(client)
        if now > seen[-1][1]:
            seen.append((time.time(), now))
        time.sleep(0.01)
    written = int(database.ask("SELECT count(*) FROM log_leaf"))
    wait_for(client, written, seen)
    took, at = [], 0
    for line in database.ask("SELECT position || ' ' || extract(epoch FROM recorded) FROM log_leaf JOIN change USING (sequence)"
                             f" WHERE position >= {entries} ORDER BY position").splitlines():
        position, moment = line.split()
        while seen[at][1] <= int(position):
            at += 1
        took.append(seen[at][0] - float(moment))
    took.sort()
    rate = len(took) / seconds
    goal("from commit to signed checkpoint, the longest of all",
         f"{took[-1]:.2f} s (p50 {took[len(took) // 2]:.2f} s, {rate:.0f} changes a second)",
         took[-1] < 2 and rate >= 95, "2 s at 100 a second")


def tiles(work, data, node, seconds):
    """The same files in the same way from the program and from nginx, in turn."""
    nginx = load_tools.Nginx(work)
    nginx.root = data
    running = nginx.start()
    time.sleep(1)
    for name, pattern in (("hashes", "tile/0/*/*"), ("entries", "tile/entries/*/*")):
        found = sorted(glob.glob(os.path.join(data, "log", pattern)))[:300]
        script = load_tools.walk(work, name, ["/log/" + os.path.relpath(path, os.path.join(data, "log")) for path in found])
        ours, theirs = [], []
        load_tools.wrk(f"http://127.0.0.1:{node.port}", 5, script=script)
        for _ in range(3):
            ours.append(load_tools.wrk(f"http://127.0.0.1:{node.port}", seconds, script=script))
            theirs.append(load_tools.wrk(f"http://127.0.0.1:{nginx.port}", seconds, script=script))
        trouble = {rate.trouble for rate in ours + theirs} - {""}
        if trouble:
            raise machine.Failed(f"tiles were not served well: {trouble}")
        mine, other = (sorted(rate.per_second for rate in rates)[1] for rates in (ours, theirs))
        goal(f"tiles of {name} beside nginx", f"{mine / other:.0%} ({mine:,.0f} and {other:,.0f} a second)", mine >= 0.6 * other,
             "60 %")
    running.stop()


def proofs(work, node, entries, seconds, tree):
    script = load_tools.walk(work, "proofs", [f"/api/v1/cases/case-{n}/proof?sequence={n}" for n in range(1, entries, 997)])
    rate = load_tools.wrk(f"http://127.0.0.1:{node.port}", seconds, connections=2, script=script)
    print(f"proofs over HTTP in a tree of {entries}: {rate.per_second:,.0f} a second, p99 {rate.p99:.1f} ms {rate.trouble}",
          flush=True)
    middle, late = map(float, re.search(r"proof \d+ ([\d.]+) ([\d.]+)", speed(work, tree)).groups())
    goal(f"a proof in a tree of {tree:,}, p99", f"{late:.2f} ms (p50 {middle:.2f} ms)", late < 5, "5 ms")


def speed(work, tree):
    """What LogSpeed says; it makes the tree if that is not there."""
    classes = os.path.join(work, "classes")
    path = os.pathsep.join(os.path.join(PROJECT, "target", "quarkus-app", part, "*") for part in ("app", "lib/main", "lib/boot"))
    machine.tool(["javac", "-nowarn", "-proc:none", "-cp", path, "-d", classes, os.path.join(HERE, "LogSpeed.java")])
    said = machine.tool(["java", "-Xmx512m", "-cp", classes + os.pathsep + path, "org.lacuna.ledger.LogSpeed",
                         os.path.join(work, f"tree-{tree}"), str(tree)])
    made = re.search(r"tiles \d+ (\d+)", said)
    if made:
        print(f"without a database: {int(made.group(1)):,} entries a second into durable tiles", flush=True)
    return said


def verified(work, data, node, lacuna):
    page = service.Client(node.port).get("/log")[2].decode()
    key = re.search(re.escape(ORIGIN) + r"(?:\+|&#43;)[0-9a-f]{8}(?:\+|&#43;)[A-Za-z0-9/=+]+", page).group(0)
    key = key.replace("&#43;", "+")
    entries = size(service.Client(node.port))
    log = os.path.join(work, "verify.log")
    ours = machine.Running([os.path.join(PROJECT, "lacuna"), "verify", "--log", os.path.join(data, "log"), "--key", key], log,
                           env={"JAVA_OPTS": "-Xmx420m -XX:+UseSerialGC"}).result()
    goal(f"the verifier reads {entries:,} entries", f"{ours.wall:.0f} s, {ours.megabytes:.0f} MB",
         ours.wall < 60 and ours.megabytes < 512, "60 s, 512 MB for 1,000,000")
    script = machine.Running([sys.executable, os.path.join(PROJECT, "docs", "verify.py"), "--log", os.path.join(data, "log"),
                              "--key", key], log).result()
    print(f"the short script: {script.wall:.0f} s, {script.megabytes:.0f} MB", flush=True)


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--entries", type=int, default=1_000_000)
    ask.add_argument("--tree", type=int, default=10_000_000, help="size of the tree for proofs; it is kept for the next run")
    ask.add_argument("--seconds", type=int, default=10, help="of each load")
    ask.add_argument("--keep", help="a folder for PostgreSQL, kept for the next run")
    ask.add_argument("--prepare-only", action="store_true", help="with --keep: what takes long and is no measurement")
    given = ask.parse_args()
    work = os.path.join(PROJECT, "target", "bench-ledger")
    os.makedirs(work, exist_ok=True)
    machine.end_when_told()
    database = service.Database(work, given.keep)
    lacuna = service.Lacuna(work, database, "-Xmx512m")
    lacuna.install()
    try:
        database.start()
        if not database.ask("SELECT 1 FROM pg_database WHERE datname = 'lacuna'", "postgres"):
            shutil.rmtree(lacuna.data, ignore_errors=True)
            database.fresh()
        # the tree is made on one processor while PostgreSQL works on the other
        tree = threading.Thread(target=speed, args=(work, given.tree))
        tree.start()
        publish(database, lacuna, given.entries)
        tree.join()
        if not given.prepare_only:
            measure(given, work, database, lacuna)
    finally:
        machine.stop_all()
        database.close()


def measure(given, work, database, lacuna):
    node = integrated(database, lacuna)
    latency(database, node, 2 * given.seconds)
    tiles(work, lacuna.data, node, given.seconds)
    proofs(work, node, given.entries, given.seconds, given.tree)
    verified(work, lacuna.data, node, lacuna)
    with open(os.path.join(work, "results.json"), "w") as file:
        json.dump(GOALS, file, indent=1)


if __name__ == "__main__":
    try:
        main()
    except machine.Failed as failed:
        sys.exit(f"BROKEN: {failed}")
