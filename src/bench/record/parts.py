"""What is measured, one function each. Every one gives lines of the table: what, ours, theirs, goal, whether it is met."""
import dataclasses
import os
import random
import re
import shutil
import subprocess
import threading
import time

import copies
import facts
import fresh
import load_tools
import machine
import service

CASES = "/api/v1/cases"
LOOK_UP = """\\set number random(1, {last})
SELECT d.body FROM public_case p JOIN change c USING (sequence) JOIN document d USING (sequence)
LEFT JOIN document_veil v USING (sequence) WHERE p.sequence = :number;
"""


@dataclasses.dataclass
class Line:
    what: str
    ours: str
    theirs: str
    result: str
    goal: str
    met: bool

    def __str__(self):
        return f"| {self.what} | {self.ours} | {self.theirs} | {self.result} | {self.goal} | {'yes' if self.met else 'NO'} |"


def ratio(what, ours, theirs, least, unit="/s"):
    return Line(what, f"{ours:,.0f} {unit}", f"{theirs:,.0f} {unit}", f"{ours / theirs:.0%}", f"≥ {least:.0%}",
                ours >= least * theirs)


def below(what, value, most, unit="ms", theirs=None):
    return Line(what, f"{value:,.1f} {unit}", "–" if theirs is None else f"{theirs:,.1f} {unit}", "", f"< {most:,} {unit}", value < most)


def without_trouble(rate, what):
    if rate.trouble:
        raise machine.Failed(f"{what}: {rate.trouble}")
    return rate


def hot(bench):
    """One document of about 5 kB, and the question whether it has changed."""
    slug = bench.database.ask("""SELECT p.slug FROM current_case p JOIN document d USING (sequence)
        ORDER BY abs(length(d.body) - 5000) LIMIT 1""" if bench.cases <= 50_000 else """SELECT p.slug FROM
        (SELECT * FROM current_case LIMIT 50000) p JOIN document d USING (sequence) ORDER BY abs(length(d.body) - 5000) LIMIT 1""")
    path = f"{CASES}/{slug}"
    node, nginx = bench.node(), load_tools.Nginx(bench.work)
    status, headers, body, _ = service.Client(node.port).get(path)
    nginx.put("case.json", body)
    file_server = nginx.start()
    time.sleep(0.5)
    their_tag = service.Client(nginx.port).get("/case.json")[1]["ETag"]
    ours, theirs = f"http://127.0.0.1:{node.port}{path}", f"http://127.0.0.1:{nginx.port}/case.json"
    load_tools.wrk(ours, 15)
    lines = []
    for what, our_headers, their_headers in (
            (f"hot document of {len(body):,} bytes", (), ()),
            ("304 of it", (f"If-None-Match: {headers['ETag']}",), (f"If-None-Match: {their_tag}",))):
        rates = [(load_tools.wrk(theirs, bench.seconds, headers=their_headers),
                  without_trouble(load_tools.wrk(ours, bench.seconds, headers=our_headers), what)) for _ in range(bench.rounds)]
        our_rate = max((our for _, our in rates), key=lambda rate: rate.per_second)
        their_rate = max((their for their, _ in rates), key=lambda rate: rate.per_second)
        lines += [ratio(what + ", nginx", our_rate.per_second, their_rate.per_second, 0.6),
                  below(what + ", p99", our_rate.p99, 10, theirs=their_rate.p99)]
    file_server.stop()
    return lines


def cold(bench):
    """Any case, with no copy kept; pgbench makes the same look-up by the number, which is no dearer than by the slug."""
    node = bench.node("cold", LACUNA_COPIES_MOST_BYTES="0")
    paths = [f"{CASES}/{slug}" for slug in bench.slugs(20_000)]
    script = load_tools.walk(bench.work, "cold", paths)
    url = f"http://127.0.0.1:{node.port}"
    load_tools.wrk(url, 15, script=script)
    last = bench.database.ask("SELECT max(sequence) FROM public_case")
    ours = theirs = 0.0
    for _ in range(bench.rounds):
        theirs = max(theirs, load_tools.pgbench(bench.database, LOOK_UP.format(last=last), bench.seconds))
        rate = without_trouble(load_tools.wrk(url, bench.seconds, script=script), "cold")
        ours = max(ours, rate.per_second)
    bench.stop("cold")
    return [ratio("cold document, pgbench", ours, theirs, 0.45)]


def pages(bench):
    """What a person opens: one case's page again and again beside the same bytes as a file, and others by one reader."""
    node, nginx = bench.node(), load_tools.Nginx(bench.work)
    client = service.Client(node.port)
    slugs = bench.slugs(1500)
    path = f"/cases/{slugs[0]}"
    nginx.put("case.html", client.get(path)[2])
    file_server = nginx.start()
    ours, theirs = f"http://127.0.0.1:{node.port}{path}", f"http://127.0.0.1:{nginx.port}/case.html"
    load_tools.wrk(ours, 15)
    rates = [(load_tools.wrk(theirs, bench.seconds), without_trouble(load_tools.wrk(ours, bench.seconds), "page of a case"))
             for _ in range(bench.rounds)]
    file_server.stop()
    yield ratio("page of a case, nginx", *(max(rate.per_second for rate in side) for side in list(zip(*rates))[::-1]), 0.4)
    # others first, for Java's compiler, as a server has it that runs for some minutes
    [client.get(f"/cases/{slug}") for slug in slugs[:-500]]
    taken = sorted(client.get(f"/cases/{slug}")[3] for slug in slugs[-500:])
    yield below("pages of 500 cases that nobody had opened, p99", service.share(taken, 0.99) * 1000, 20)
    large = bench.database.ask("""SELECT p.slug FROM current_case p JOIN public_entry e USING (sequence) GROUP BY 1
        HAVING count(*) >= 50 LIMIT 1000""").split()
    if len(large) > 1:
        before, now = large[:-100], large[-100:]
        [client.get(f"/cases/{slug}") for slug in before]
        taken = sorted(client.get(f"/cases/{slug}")[3] for slug in now)
        yield below(f"the same of {len(now)} cases with 50 entries or more, p99", service.share(taken, 0.99) * 1000, 20)
    yield from made_anew(bench)


def made_anew(bench):
    """Pages that count much, by one reader, with no page kept: as the record is, and right after one case of it changed."""
    node = bench.node("anew", LACUNA_PAGE_COPIES_BELIEVED="0s")
    client = service.Client(node.port)
    platform = facts.platforms()[0]
    counting = {"home": "/", "platform": f"/platforms/{platform}", "platforms": "/platforms", "countries": "/countries"}
    for name, path in counting.items():
        [client.get(path) for _ in range(200)]
        yield below(f"{name} page made anew, p99", service.share(sorted(client.get(path)[3] for _ in range(300)), 0.99) * 1000, 50)
    fresh.change(bench, platform, fresh.known(bench) + 1).result()
    for name, path in counting.items():
        yield below(f"{name} page, first look after a change", client.get(path)[3] * 1000, 50)
    bench.database.read(*SEARCHED)
    for before in range(30):
        [client.get(f"/cases?q={service.quoted(query)}") for query in queries(bench, before)]
    taken = sorted(client.get(f"/cases?q={service.quoted(query)}")[3] for query in queries(bench, "pages"))
    yield Line(f"search page, p50 of {len(taken)}", f"{service.share(taken, 0.5) * 1000:.1f} ms", "–", "", "", True)
    yield below("search page, p99", service.share(taken, 0.99) * 1000, 50)
    bench.stop("anew")


# The same 50 documents in two ways: walked in their order until there are enough, or found first and then sorted.
NOW = "p.ended = 9223372036854775807"
WALKED = """SELECT d.body FROM (SELECT p.sequence, {key} AS key FROM public_case p WHERE {now} AND {where}
ORDER BY {key} {way}, p.sequence {way} LIMIT 50) page JOIN document d USING (sequence) ORDER BY page.key {way}, page.sequence {way};
"""
GATHERED = """WITH fit AS MATERIALIZED (SELECT p.sequence, {key} AS key FROM public_case p WHERE {now} AND {where})
SELECT d.body FROM (SELECT * FROM fit ORDER BY key {way}, sequence {way} LIMIT 50) page JOIN document d USING (sequence)
ORDER BY page.key {way}, page.sequence {way};
"""


def listing(where, key, way):
    """What pgbench is asked; its best counts."""
    return [sql.format(now=NOW, where=where, key=key, way=way) for sql in (WALKED, GATHERED)[:1 if where == "true" else 2]]


def marked(*marks):
    return "p.marks @> ARRAY[" + ", ".join(f"'{mark}'" for mark in marks) + "]"


def combinations():
    """Query, and in SQL what it asks for, its key and its direction."""
    platform = facts.platforms()
    yield "", "true", "p.sequence", "DESC"
    yield f"platform={platform[0]}", marked(f"platform/{platform[0]}"), "p.sequence", "DESC"
    yield (f"platform={platform[12]}&status=restored&sort=-happened", marked(f"platform/{platform[12]}", "status/restored"),
           "p.began", "DESC")
    yield "scope=CN&sort=recorded", marked("scope/CN"), "p.recorded", "ASC"
    yield ("country=UZ&verification=verified", marked("verification/verified")
           + " AND p.marks && ARRAY['scope/UZ', 'basedIn/UZ', 'demandedBy/UZ']", "p.sequence", "DESC")
    yield "topic=satire&subjectKind=video&sort=title", marked("topic/satire", "subjectKind/video"), 'p.title COLLATE "C"', "ASC"
    yield ("measure=DECISION_ACCOUNT_TERMINATED&hasReversal=true&sort=-latency",
           marked("measure/DECISION_ACCOUNT_TERMINATED", "hasReversal/true"), "p.days", "DESC")
    yield "explanation=apology&basedIn=TR", marked("explanation/apology", "basedIn/TR"), "p.sequence", "DESC"
    yield ("from=2020-05-01&to=2020-05-31&sort=happened", "p.imposed && daterange('2020-05-01', '2020-05-31', '[]')", "p.began",
           "ASC")
    yield ("demandedBy=KZ&status=partially-restored", marked("demandedBy/KZ", "status/partially-restored"), "p.sequence", "DESC")
    yield "sort=title", "true", 'p.title COLLATE "C"', "ASC"
    yield ("verification=disputed&minLatency=100&sort=latency",
           marked("verification/disputed") + " AND p.latency && int4range(100, NULL)", "p.days", "ASC")


def lists(bench):
    """Pages of 50 by different filters and sorts."""
    node = bench.node()
    for query, *asked in combinations():
        url = f"http://127.0.0.1:{node.port}{CASES}?limit=50&{query}".rstrip("&")
        load_tools.wrk(url, 3, connections=16)
        rate = load_tools.wrk(url, bench.seconds, connections=16)
        theirs = max(load_tools.pgbench(bench.database, sql, bench.seconds, clients=(4, 16)) for sql in listing(*asked))
        name = f"list `{query or 'all'}`"
        if rate.trouble:
            yield Line(name, rate.trouble, f"{theirs:,.0f} /s", "", "≥ 30%", False)
            continue
        yield ratio(name, rate.per_second, theirs, 0.3)
        yield below(name + ", p99, one reader", alone(node, url), 50)


def alone(node, url):
    """The 99th percentile of one reader, in milliseconds."""
    client, path = service.Client(node.port), "/" + url.split("/", 3)[3]
    taken = sorted(client.get(path)[3] for _ in range(500))
    return service.share(taken, 0.99) * 1000


def deep(bench):
    """Page 10,000 beside page 1, or as deep as the record goes."""
    node = bench.node()
    client = service.Client(node.port)
    steps = min(1000, bench.cases // 500 - 2)
    path = f"{CASES}?limit=500"
    for _ in range(steps):
        path = client.json(path)["next"]
    deep_path = path.replace("limit=500", "limit=50")
    first, last = [], []
    for _ in range(200):
        first.append(client.get(f"{CASES}?limit=50")[3])
        last.append(client.get(deep_path)[3])
    one, other = sorted(first)[100] * 1000, sorted(last)[100] * 1000
    return [Line(f"page {steps * 10:,} beside page 1", f"{other:.1f} ms", f"{one:.1f} ms", f"{other / one:.2f}", "≤ 1.2",
                 other <= 1.2 * one)]


# A search reads 300 versions out of gigabytes. After days of use they lie in memory; after a start from disk they do not.
SEARCHED = ("public_words", "public_case")


def search(bench):
    """Rare, common and CJK words, phrases and prefixes, by one reader and by four at once, when the compiler is done."""
    node = bench.node()
    bench.database.read(*SEARCHED)
    for before in range(30):
        asked(node, queries(bench, before), readers=4)
    crowd, _ = asked(node, queries(bench, "search"), readers=4)
    taken, refused = asked(node, queries(bench, "search again"), readers=1)
    if not taken:
        raise machine.Failed(f"search answered nothing: {refused[:1]}")
    taken.sort()
    with open(os.path.join(bench.work, "search.txt"), "w") as file:
        file.writelines(f"{seconds * 1000:8.1f} ms  {query}\n" for seconds, query, *_ in reversed(taken))
    times = [seconds * 1000 for seconds, *_ in taken]
    four = sorted(seconds * 1000 for seconds, *_ in crowd)
    return [below(f"search, p50 of {len(times)}", service.share(times, 0.5), 20), below("search, p99", service.share(times, 0.99), 100),
            Line("search by four at once, p50 and p99", f"{service.share(four, 0.5):.1f} and {service.share(four, 0.99):.1f} ms", "",
                 "", "", True),
            *([Line("search, refused", str(len(refused)), "", str(refused[0][1:]), "0", False)] if refused else [])]


def queries(bench, seed):
    """Some of each kind, in no order."""
    chance = random.Random(seed)
    found = []
    for language in bench.record().languages.values():
        for ranks in ((0, 10), (50, 300), (3000, 20_000)):
            for _ in range(4):
                one, other = (language.all[chance.randrange(*ranks)] for _ in range(2))
                found += [one, f"{one} {other}"]
        found.append('"' + language.between.join(language.some(chance, 2)) + '"')
        # a beginning is of three letters, or of two characters without blanks between words
        found.append(next(word for word in language.all[30:] if len(word) > 3)[:3] + "*")
    chance.shuffle(found)
    return found


def asked(node, queries, readers):
    """What was answered and what was refused, with the seconds; each reader asks one after the other."""
    taken, refused = [], []

    def reader(mine):
        client = service.Client(node.port)
        for query in mine:
            status, _, body, seconds = client.get(f"/api/v1/search?q={service.quoted(query)}")
            (taken if status == 200 else refused).append((seconds, query, status, body[:200]))

    threads = [threading.Thread(target=reader, args=(queries[place::readers],)) for place in range(readers)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    return taken, refused


BULK = {"ndjson": 0.5, "csv": 0.5, "parquet": 0.2}


def exports(bench):
    """The whole record in each form, beside COPY of the same rows out of the same documents."""
    node = bench.node()
    for name, word, copy in (("CSV", "csv", copies.csv("cases", "DESC")), ("NDJSON", "ndjson", copies.documents("DESC"))):
        url = f"http://127.0.0.1:{node.port}{CASES}?format={word}"
        pipe(["curl", "-sS", "--fail", url])  # once before it counts, as with everything that the compiler has to learn
        began = time.monotonic()
        got = pipe(["curl", "-sS", "--fail", url])
        yield same(f"export {name}", got, time.monotonic() - began, *copied(bench, [copy]), 0.5)
    bench.stop("serve")
    yield from bulk(bench)


def bulk(bench):
    """Bulk files, five tables in each form, by a process of its own with a small heap; its own clock leaves Java's start out."""
    theirs = {"csv": copied(bench, [copies.csv(table) for table in copies.TABLES]),
              "ndjson": copied(bench, [copies.documents(), *(copies.lines(table) for table in copies.TABLES[1:])])}
    for word, least in BULK.items():
        folder, heap = os.path.join(bench.work, "bulk"), os.path.join(bench.work, f"heap-{word}.log")
        shutil.rmtree(folder, ignore_errors=True)
        said = bench.lacuna.told(f"bulk-{word}", ["export-files", "--into", folder, "--format", word],
                                 f"-Xmx256m -Xlog:gc:file={heap}:uptime")
        taken = float(re.search(r"in ([\d.]+) seconds", said).group(1))
        made = sum(int(size) for size, table in re.findall(rf"(?m)^ *(\d+)  (\S+)\.{word}\b", said) if table in copies.TABLES)
        what, (seconds, size) = f"bulk files, {word}", theirs.get(word, theirs["csv"])
        if word == "parquet":  # the rows of the CSV files, packed: the time for them counts
            yield ratio(f"{what}, {made / 1e6:,.0f} MB, as {size / 1e6:,.0f} MB of CSV, COPY", size / 1e6 / taken,
                        size / 1e6 / seconds, least, "MB/s")
        else:
            yield same(what, made, taken, seconds, size, least)
        with open(heap) as file:
            # used before -> after a collection (the whole heap): what is used is most just before one
            yield below(f"{what}, most heap used",
                        max((int(found) for found in re.findall(r" (\d+)M->\d+M\(", file.read())), default=0), 256, "MB")


def same(what, made, taken, seconds, size, least):
    """Both sides wrote the same, but for blanks in lists."""
    if abs(made - size) > 0.1 * size:
        raise machine.Failed(f"{what}: {made:,} bytes are not the {size:,} of COPY")
    return ratio(f"{what}, {made / 1e6:,.0f} MB, COPY", made / 1e6 / taken, size / 1e6 / seconds, least, "MB/s")


def copied(bench, queries):
    """Seconds and bytes of COPY, one after the other; the better of two."""
    found = []
    for _ in range(2):
        began = time.monotonic()
        size = sum(pipe(bench.database.psql_command("-c", query)) for query in queries)
        found.append((time.monotonic() - began, size))
    return min(found)


def pipe(command):
    """Runs it and counts what it writes."""
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    count = 0
    while block := running.stdout.read(1 << 20):
        count += len(block)
    if running.wait() != 0:
        raise machine.Failed(f"{command[0]} failed: {running.stderr.read().decode(errors='replace')[-300:]}")
    return count
