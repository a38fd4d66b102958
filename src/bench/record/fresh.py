"""How long it takes until one changed case is seen everywhere, while as much is being published as goes."""
import json
import os
import threading
import time

import load
import machine
import parts
import service

WORD = "zyxomatic"
FILE = """incident: bench-visible
title: One case that is looked for
summary: Made by the benchmark.
sources:
- {{ id: paper, publisher: A paper, title: Seen, url: "https://paper.example/1", published: null, language: en }}
cases:
- case: bench-visible-case
  platform: {platform}
  subject: {{ kind: account, name: Somebody who waits, url: null, based-in: US, topics: [] }}
  entries:
  - type: restriction-imposed
    id: r1
    date: "2026-06-07"
    measure: DECISION_ACCOUNT_SUSPENDED
    scope: [ worldwide ]
    demanded-by: {{ court: A court }}
    text: It was closed.
    sources: [ paper ]
{more}"""
MORE = """  - type: context
    id: e{number}
    date: "2026-06-08"
    text: "Somebody said {word}{number}."
    sources: [ paper ]
"""
PLACES = {
    "API": "/api/v1/cases/bench-visible-case",
    "list": "/api/v1/cases?limit=5&incident=bench-visible",
    "search": "/api/v1/search?q={word}",
    "feed": "/feeds/cases.atom?incident=bench-visible",
    "change feed": "/api/v1/changes?after={after}&limit=500",
}


def measure(bench, platform, more):
    """@param more: cases that are published meanwhile; they are loaded first"""
    node = bench.node()
    for _ in load.load(bench.database.psql_command(), more, bench.seed + 1, 2, bench.new_blocks()):
        pass
    publishing = bench.lacuna.command("publish-meanwhile", "record", "publish")
    seen = {name: [] for name in PLACES}
    rounds = 0
    try:
        before = known(bench)
        change(bench, platform, before)
        while rounds < 3 or (not publishing.over() and rounds < 6):
            rounds += 1
            one(bench, node, platform, before + rounds, seen)
    finally:
        cost = publishing.result()
    lines = [parts.below(f"one changed case seen in {name}, under load, worst of {len(values)}", max(values), 2, "s")
             if values else parts.Line(f"one changed case seen in {name}", "not there", "", "", "< 2 s", False)
             for name, values in seen.items()]
    return [*lines, parts.Line("published meanwhile", f"{more / cost.wall:,.0f} cases/s", "", "", "", True)]


def known(bench):
    """How many entries more the one case has already, from an earlier run."""
    return max(0, int(bench.database.ask("SELECT count(*) FROM entry WHERE case_slug = 'bench-visible-case'")) - 1)


def change(bench, platform, number):
    path = os.path.join(bench.work, "bench-visible.yaml")
    with open(path, "w") as file:
        file.write(FILE.format(platform=platform, more="".join(MORE.format(number=n, word=WORD) for n in range(1, number + 1))))
    return bench.lacuna.command("import-one", "record", "import", path)


def one(bench, node, platform, number, seen):
    after = int(bench.database.ask("SELECT max(sequence) FROM change"))
    word = f"{WORD}{number}"
    found, stop = {}, threading.Event()

    def look(name, path):
        client, known = service.Client(node.port), after
        while not stop.is_set() and name not in found:
            status, _, body, _ = client.get(path.format(word=word, after=known))
            text = body.decode(errors="replace")
            if name == "change feed" and status == 200:
                # as a follower does: at a thousand changes a second it would not be among the first 500
                known = max([known, *(each["sequence"] for each in json.loads(text)["changes"])])
            if status == 404 and name in ("search", "feed") and "problem" in text:
                return
            if (name == "change feed" and "bench-visible-case" in text) or (name != "change feed" and word in text and status == 200):
                found[name] = time.time()
            time.sleep(0.05)

    threads = [threading.Thread(target=look, args=item) for item in PLACES.items()]
    importing = change(bench, platform, number)
    [thread.start() for thread in threads]
    importing.result()
    time.sleep(3)
    stop.set()
    [thread.join() for thread in threads]
    # the transaction took this moment as its own when it had the lock, shortly before it was committed
    recorded = float(bench.database.ask("SELECT extract(epoch FROM max(recorded)) FROM change WHERE slug = 'bench-visible-case'"))
    for name, at in found.items():
        seen[name].append(max(0.0, at - recorded))
