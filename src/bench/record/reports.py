"""The yearly report over the whole record, by hand and with a small heap, and what of it are survival curves."""
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
    bench.lacuna.command("report", "report", "render", "yearly", "--format", "html,csv,json", "--into", bench.work,
                         JAVA_OPTS=f"-Xmx{HEAP}m").result()
    told = [(float(seconds), what) for seconds, what in PROGRESS.findall(service.read(log))]
    curves = [(after - seconds, what) for (seconds, what), (after, _) in zip(told, told[1:]) if ": durations " in what]
    slowest, what = max(curves)
    return [parts.below(f"yearly report in a heap of {HEAP} MB", told[-1][0], 60, "s"),
            parts.below(f"the slowest of {len(curves)} questions for survival curves ({what.partition(': ')[2]})", slowest, 5, "s")]
