"""The yearly report over the whole record, by hand and with a small heap, and what of it are survival curves."""
import json
import os
import re

import parts
import service

HEAP = 512
PROGRESS = re.compile(r"^ *(\d+\.\d) s  (.*)$", re.M)


def measure(bench):
    log = os.path.join(bench.work, "lacuna-report.log")
    if os.path.exists(log):
        os.remove(log)
    bench.lacuna.command("report", "report", "render", "yearly", "--format", "html,csv,json,pdf", "--into", bench.work,
                         JAVA_OPTS=f"-Xmx{HEAP}m").result()
    told = [(float(seconds), what) for seconds, what in PROGRESS.findall(service.read(log))]
    curves = [(after - seconds, what) for (seconds, what), (after, _) in zip(told, told[1:]) if ": durations " in what]
    slowest, what = max(curves)
    return [parts.below(f"yearly report in a heap of {HEAP} MB", told[-1][0], 60, "s"),
            parts.below(f"the slowest of {len(curves)} questions for survival curves ({what.partition(': ')[2]})", slowest, 5, "s"),
            *all_curves(bench)]


def all_curves(bench):
    """Every restriction of the record in curves, asked once each, by a server whose compiler has seen such questions."""
    client = service.Client(bench.node().port)
    levels = "verification=reported,corroborated,verified,disputed"
    client.get(f"/api/v1/statistics/latency?{levels}&subjectKind=video&by=scope")
    for by in ("", "&by=measure"):
        status, _, body, seconds = client.get(f"/api/v1/statistics/latency?{levels}{by}")
        groups = json.loads(body)["groups"] if status == 200 else []
        of = sum(group["restrictions"] for group in groups)
        yield parts.below(f"{len(groups)} survival curves of all {of:,} restrictions", seconds, 5, "s")
