"""Says where the processor time of a flight recording went: samples.py RECORDING.jfr"""
import collections
import re
import subprocess
import sys

FRAME = re.compile(r"^\s+([\w.$<>/]+(?:\.[\w$<>]+)*)\(.*?\)?\s*line:")
AREAS = {
    "org.jsoup": "parsing HTML", "java.util.zip": "gzip", "org.netpreserve": "WARC", "org.lacuna.evidence": "evidence",
    "org.postgresql": "database driver", "io.agroal": "connection pool", "com.arjuna": "transactions",
    "org.apache.hc": "HTTP client", "org.lacuna.fetch": "fetch", "org.lacuna.platform": "rules", "org.lacuna.crawl": "crawl",
    "org.lacuna.observation": "observation", "org.quartz": "Quartz", "org.hibernate": "Hibernate", "io.quarkus": "Quarkus",
    "sun.security": "digests", "io.micrometer": "metrics", "org.flywaydb": "Flyway", "java.util.regex": "patterns"}


def stacks(recording):
    printed = subprocess.Popen(
        ["jfr", "print", "--events", "jdk.ExecutionSample,jdk.NativeMethodSample", "--stack-depth", "64", recording],
        stdout=subprocess.PIPE, text=True)
    stack, thread, native = [], "", False
    for line in printed.stdout:
        if line.startswith("jdk."):
            stack, thread, native = [], "", "Native" in line
        elif "sampledThread = " in line:
            thread = line.split('"')[1]
        elif FRAME.match(line):
            stack.append(FRAME.match(line).group(1))
        elif line.startswith("}") and stack and not native:
            yield re.sub(r"[-\d]+$", "", thread), stack


def area(stack):
    """The nearest frame, from the top, of a library or package that is somebody's."""
    for frame in stack:
        for prefix, name in AREAS.items():
            if frame.startswith(prefix):
                return name
    return "the Java library, called by none of these"


def main(recording):
    tops, ours, areas, threads, total = *(collections.Counter() for _ in range(4)), 0
    for thread, stack in stacks(recording):
        total += 1
        tops[stack[0]] += 1
        threads[thread] += 1
        areas[area(stack)] += 1
        ours[next((frame for frame in stack if frame.startswith("org.lacuna.")), "none of org.lacuna")] += 1
    print(f"{total} samples of Java code (the compiler's and the collector's own threads are not sampled)")
    for title, counter in (("by area", areas), ("by thread", threads), ("by nearest method of Lacuna", ours), ("by method", tops)):
        print(f"\n{title}")
        for name, number in counter.most_common(25):
            print(f"{100 * number / total:6.1f} %  {name}")


if __name__ == "__main__":
    main(sys.argv[1])
