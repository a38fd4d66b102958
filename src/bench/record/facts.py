"""Invents a record: incidents with their sources, cases and entries, skewed as real ones are. The same seed, the same record.

Every block of cases has a chance of its own, so blocks can be made in any order and by several processes. What holds of
them is in README.md.
"""
import datetime
import itertools
import json
import os
import random

import words

BLOCK = 5_000
ENTRIES_PER_CASE = 6
CRAWLERS = os.path.join(words.HERE, "..", "..", "..", "crawlers")
KINDS = {"account": 40, "post": 22, "video": 14, "channel": 8, "page": 6, "group": 4, "app": 3, "meeting": 2, "search-term": 1}
COUNTRIES = "CN RU TR IR IN VN US PK SA EG KZ BY ID TH MM HK DE UA BD UZ TM AZ VE ET AE FR BR MX NG UG LK NP".split()
MEASURES = ["DECISION_VISIBILITY_CONTENT_REMOVED", "DECISION_ACCOUNT_SUSPENDED", "DECISION_VISIBILITY_CONTENT_DISABLED",
            "DECISION_ACCOUNT_TERMINATED", "DECISION_VISIBILITY_CONTENT_DEMOTED", "DECISION_VISIBILITY_OTHER",
            "DECISION_VISIBILITY_CONTENT_LABELLED", "DECISION_PROVISION_TOTAL_SUSPENSION", "DECISION_PROVISION_PARTIAL_SUSPENSION"]
EXPLANATIONS = ["terms-violation", "local-law", "no-reason", "government-demand", "error", "apology", "denial", "policy-change"]
TOPICS = ("protest election journalism religion corruption minority-rights labour war women satire environment history police "
          "courts health education language music film land migration memory rights students union").split()
VERIFICATION = {"reported": 55, "corroborated": 30, "verified": 10, "disputed": 5}
HOW = ["unknown", "platform-reversal", "appeal", "press-inquiry", "court"]
STAGES = ["filed", "ignored", "answered", "denied", "granted"]
OUTCOMES = {"available": 55, "removed": 15, "suspended": 12, "not-found": 10, "withheld": 8}
FILLING = {"statement": 34, "context": 26, "observation": 16, "testimony": 12, "appeal": 12}
COUNTS = {2: 14, 3: 18, 4: 16, 5: 13, 6: 11, 7: 8, 8: 6, 10: 6, 14: 5, 22: 3, 55: 0.2}
SIZES = {1: 62, 2: 16, 3: 8, 5: 7, 9: 4, 20: 2, 60: 1}
# days until a lift: a tail this long is met once in some thousand, and one without an end would leave the calendar
LONGEST = 15_000
FIRST, LAST = datetime.date(2009, 1, 1), datetime.date(2026, 6, 30)


def platforms():
    """Every platform that the built program knows, in a seeded order: the first are the large ones."""
    names = sorted(name[:-5] for name in os.listdir(CRAWLERS) if name.endswith(".yaml"))
    names = [name for name in names if name not in ("any-site", "feeds", "watchlist")]
    random.Random("platforms").shuffle(names)
    return names


class Skew:
    """Draws the one of rank n about 1/n as often as the first."""

    def __init__(self, values):
        self.values = values
        self.weights = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(values))))

    def draw(self, chance):
        return chance.choices(self.values, cum_weights=self.weights)[0]


class Weighted(Skew):
    def __init__(self, weighted):
        self.values, self.weights = list(weighted), list(itertools.accumulate(weighted.values()))


class Record:
    """The tables' rows, block by block. Every value is text as COPY reads it."""

    def __init__(self, seed):
        self.seed = seed
        self.languages = {name: words.Words(name) for name in words.LANGUAGES}
        self.language = Weighted(words.LANGUAGES)
        self.platform, self.country, self.topic = Skew(platforms()), Skew(COUNTRIES), Skew(TOPICS)
        self.kind, self.level, self.size = Weighted(KINDS), Weighted(VERIFICATION), Weighted(SIZES)
        self.measure, self.explanation, self.how = Skew(MEASURES), Skew(EXPLANATIONS), Skew(HOW)
        self.stage, self.outcome = Skew(STAGES), Weighted(OUTCOMES)
        self.filling, self.count = Weighted(FILLING), Weighted(COUNTS)

    def block(self, number, cases):
        """The rows of this block by table, with so many cases and six times as many entries."""
        rows = {table: [] for table in TABLES}
        chance = random.Random(f"{self.seed} {number}")
        left, entries, incident = cases, cases * ENTRIES_PER_CASE, 0
        while left:
            size = min(self.size.draw(chance), left)
            entries -= self.incident(rows, chance, f"i{number}-{incident}", size, left, entries)
            left, incident = left - size, incident + 1
        return rows

    def incident(self, rows, chance, slug, size, left, entries):
        language = self.language.draw(chance)
        speech = self.languages[language]
        recorded = moment(chance)
        rows["incident"].append((slug, recorded))
        rows["incident_wording"].append((slug, speech.text(chance, 6)[:-1], speech.text(chance, 24), recorded))
        cited = []
        for number in range(2 + min(size, 6)):
            cited.append(f"s{number + 1}")
            rows["source"].append((slug, cited[-1], speech.name(chance), speech.text(chance, 8),
                                   f"https://news-{chance.randrange(400)}.example/{slug}/{number}",
                                   day(chance).isoformat(), language, recorded))
        made = 0
        for number in range(size):
            after = left - number - 1
            # what is left must suffice for two entries of each case to come, and come out even in the end
            owed = entries - made
            count = owed if after == 0 else max(2, min(self.count.draw(chance) + (owed > 6.2 * (after + 1)),
                                                       owed - 2 * after))
            made += count
            self.case(rows, chance, slug, f"{slug}-c{number}", speech, cited, recorded, count)
        return made

    def case(self, rows, chance, incident, slug, speech, cited, recorded, count):
        platform, country = self.platform.draw(chance), self.country.draw(chance)
        rows["cases"].append((slug, incident, platform, recorded))
        topics = sorted({self.topic.draw(chance) for _ in range(1 + chance.randrange(3))})
        rows["subject"].append((slug, self.kind.draw(chance), speech.name(chance), f"https://{platform}.example/{slug}",
                                country if chance.random() < 0.9 else NULL, array(topics), recorded))
        rows["verification"].append((slug, self.level.draw(chance), recorded))
        began = day(chance)
        entries = [self.imposed(chance, began, country)]
        ending = chance.random()
        if ending < 0.38:
            entries.append(("restriction-lifted", "l1", began + datetime.timedelta(days=31 + min(LONGEST, int(chance.paretovariate(0.8)))),
                            {"lifts": ["r1"], "extent": "full" if ending < 0.3 else "partial", "how": self.how.draw(chance)}))
        for number in range(count - len(entries)):
            kind = self.filling.draw(chance)
            when = began + datetime.timedelta(days=chance.randrange(400))
            entries.append((kind, f"e{number + 1}", when, self.own(kind, chance, slug, number)))
        for kind, name, when, own in entries:
            happened, earliest, latest = edtf(chance, when, exact=kind == "restriction-lifted")
            rows["entry"].append((slug, name, kind, happened, earliest, latest,
                                  speech.text(chance, 8 + int(chance.expovariate(1 / 14)) % 90),
                                  array(chance.sample(cited, 1 + (chance.random() < 0.2))), json.dumps(own), "[]", recorded))

    def imposed(self, chance, began, country):
        turn = chance.random()
        demand = {"government": country} if turn < 0.4 else {"court": "A court"} if turn < 0.46 else None
        scope = ["worldwide"] if chance.random() < 0.6 else sorted({country, self.country.draw(chance)})
        own = {"measure": self.measure.draw(chance), "scope": scope, "demandedBy": demand}
        fate = chance.random()
        if fate < 0.08:
            own["fate"] = "unknown" if fate < 0.04 else "ended-otherwise"
        return "restriction-imposed", "r1", began, own

    def own(self, kind, chance, slug, number):
        if kind == "statement":
            return {"by": chance.choice(("platform", "platform", "subject", "government", "third-party")),
                    "explanation": self.explanation.draw(chance) if chance.random() < 0.8 else None}
        if kind == "appeal":
            return {"stage": self.stage.draw(chance)}
        if kind == "observation":
            return {"outcome": self.outcome.draw(chance), "vantages": ["DE/direct"],
                    "evidence": [f"sha256:{random.Random(slug + str(number)).getrandbits(256):064x}"]}
        return {}


NULL = "\\N"
TABLES = {
    "incident": "slug, recorded",
    "incident_wording": "incident, title, summary, recorded",
    "source": "incident, id, publisher, title, url, published, language, recorded",
    "cases": "slug, incident, platform, recorded",
    "subject": "case_slug, kind, name, url, based_in, topics, recorded",
    "entry": "case_slug, id, type, happened, earliest, latest, text, sources, own, disputed, recorded",
    "verification": "case_slug, level, recorded",
}


def day(chance):
    """Later days more often: each year half as many again as the one before."""
    share = chance.random() ** 0.35
    return FIRST + datetime.timedelta(days=int((LAST - FIRST).days * share))


def moment(chance):
    at = datetime.datetime(2024, 1, 1) + datetime.timedelta(seconds=chance.randrange(80_000_000))
    return at.isoformat() + "Z"


def edtf(chance, when, exact):
    """The date as it is written, and its bounds."""
    turn = 0 if exact else chance.random()
    if turn < 0.8:
        return when.isoformat(), when.isoformat(), when.isoformat()
    if turn < 0.93:
        first = when.replace(day=1)
        last = (first + datetime.timedelta(days=32)).replace(day=1) - datetime.timedelta(days=1)
        return when.isoformat()[:7] + ("~" if turn > 0.9 else ""), first.isoformat(), last.isoformat()
    last = when + datetime.timedelta(days=1 + chance.randrange(20))
    return f"{when.isoformat()}/{last.isoformat()}", when.isoformat(), last.isoformat()


def array(texts):
    return "{" + ",".join(texts) + "}"
