"""Turns measurements into the table and says which goals are met."""
import dataclasses
import statistics

FIRST, AGAIN = "Lacuna, first visits", "Lacuna, unchanged (304)"


@dataclasses.dataclass
class Run:
    """One measured run of one contestant; database is PostgreSQL's CPU where there is one."""
    who: str
    pages: int
    cpu: float
    wall: float
    megabytes: float
    database: float = 0.0


@dataclasses.dataclass
class Goal:
    what: str
    wanted: str
    found: str
    met: bool


def middle(runs, value):
    return statistics.median(value(run) for run in runs)


def rate(run):
    """Pages per processor second of the contestant's own processes."""
    return run.pages / run.cpu


def rate_with_database(run):
    return run.pages / (run.cpu + run.database)


def best(runs, prefix):
    """The rate of the fastest of a peer's variants; nothing if it was not measured."""
    rates = [middle(found, rate) for who, found in runs.items() if who.startswith(prefix)]
    return max(rates, default=None)


def table(runs):
    """Median of each contestant's runs, and how far the runs lay apart."""
    lines = ["", f"{'':32}{'runs':>5}{'pages per CPU s':>17}{'(least–most)':>15}{'CPU s/1000':>12}{'pages/s':>9}"
             f"{'peak MB':>9}{'PostgreSQL CPU s/1000':>23}"]
    for who, found in runs.items():
        rates = sorted(map(rate, found))
        database = middle(found, lambda run: 1000 * run.database / run.pages)
        lines.append(f"{who:32}{len(found):5}{middle(found, rate):17.0f}{f'({rates[0]:.0f}–{rates[-1]:.0f})':>15}"
                     f"{middle(found, lambda run: 1000 * run.cpu / run.pages):12.2f}{middle(found, lambda run: run.pages / run.wall):9.0f}"
                     f"{max(run.megabytes for run in found):9.0f}{f'{database:.2f}' if database else '':>23}")
    return "\n".join(lines)


def ratio_goals(runs):
    """The goals that compare; one whose sides were not both measured is left out."""
    scrapy, heritrix = best(runs, "Scrapy"), best(runs, "Heritrix")
    for ours, peer, theirs, wanted in [(FIRST, "Scrapy", scrapy, 2.0), (FIRST, "Heritrix", heritrix, 8.0), (AGAIN, "Scrapy", scrapy, 4.0)]:
        if ours in runs and theirs:
            ratio, whole = middle(runs[ours], rate) / theirs, middle(runs[ours], rate_with_database) / theirs
            yield Goal(f"{ours}, against {peer}", f"≥ {wanted:.1f}×", f"{ratio:.2f}× ({whole:.2f}× with PostgreSQL's CPU)", ratio >= wanted)
    ours = [run for who in (FIRST, AGAIN) for run in runs.get(who, [])]
    if ours:
        most = max(run.megabytes for run in ours)
        yield Goal("Lacuna's peak memory", "< 400 MB", f"{most:.0f} MB", most < 400)


def politeness_goals(requests, hosts, seconds):
    """
    Of one request per second and host: how much of it was used in this many seconds, a start of ten seconds left out,
    and whether any host was asked faster. A request that follows a late one may seem early at the origin: 50 ms.
    """
    begin = min(request.began for request in requests) + 10
    counted = [request for request in requests if begin <= request.began < begin + seconds]
    share = len(counted) / (hosts * seconds)
    yield Goal(f"requests of the {hosts}/s that politeness allows", "95–100 %", f"{100 * share:.1f} %", 0.95 <= share <= 1.005)
    by_host, gaps, early = {}, [], 0
    for request in requests:
        times = by_host.setdefault(request.host, [])
        gaps += [request.began - times[-1]] if times else []
        early += any(request.began - past < len(times) - place - 0.05 for place, past in enumerate(times))
        times.append(request.began)
    yield Goal("requests sooner than a host's pace allows", "none", f"{early} of {len(requests)}, smallest gap {min(gaps):.3f} s", early == 0)


def goals_text(goals):
    width = max(len(goal.what) for goal in goals)
    return "\n".join(["", f"{'':4}{'goal':{width}}  {'wanted':>9}  found"] + [
        f"{'met ' if goal.met else 'NOT '}{goal.what:{width}}  {goal.wanted:>9}  {goal.found}" for goal in goals])
