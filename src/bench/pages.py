"""Makes the site that everybody fetches: profile pages in invented words, the same bytes each time it is made.

2,000 profiles, each on one of 100 hosts and in five languages' editions with an address and codes of their own, so no
two of the 10,000 pages have the same bytes: whoever remembers what it has seen by digest gains nothing here. A sixth
edition is there for the visits to unchanged pages, which need 10,000 profiles that are there.
"""
import itertools
import json
import os
import random
import shutil

PROFILES = 2000
HOSTS = 100
EDITIONS = ["en", "de", "fr", "es", "tr", "nl"]
MOST = 10_000
CHANGED = 1_700_000_000  # when the first page says it was changed; the others follow, a minute apart
SYLLABLES = "ba be bo da de du fa fi ga go ha ja ka ki la le lo ma mi mo na ne no pa ra re ri sa se so ta te ti va ve wo".split()
ROBOTS = """# Whoever fetches pages here reads these lines first.
User-agent: *
Disallow: /search
Disallow: /*/messages/
Disallow: /*/settings
Disallow: /checkpoint/
Allow: /

User-agent: greedy-bot
Disallow: /
"""


def address(host):
    """Of the host with this number, from 0. All of 127.0.0.0/8 is this machine's own."""
    return f"127.0.{host + 1}.1"


def words(chance, number):
    return " ".join("".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3)))) for _ in range(number))


def code(chance, length=24):
    return "".join(chance.choices("abcdefghijkmnpqrstuvwxyz23456789", k=length))


def state(profile):
    """What the platform says of a profile: 85 of 100 are there, 10 suspended, 5 gone."""
    turn = random.Random(f"state {profile}").random() if profile else 0
    return "there" if turn < 0.85 else "suspended" if turn < 0.95 else "gone"


STATES = [state(profile) for profile in range(PROFILES)]


def slug(profile):
    chance = random.Random(f"slug {profile}")
    return f"{words(chance, 2).replace(' ', '-')}-{profile}"


def there(count):
    """The numbers of the first so many pages whose profile is there."""
    numbers = (number for number in range(PROFILES * len(EDITIONS)) if STATES[number % PROFILES] == "there")
    return list(itertools.islice(numbers, count))


def path(number):
    profile, edition = number % PROFILES, EDITIONS[number // PROFILES]
    return f"/{edition}/in/{slug(profile)}"


def url(number, port):
    return f"http://{address(number % PROFILES % HOSTS)}:{port}{path(number)}"


def control(host, port):
    """The address of a page that is always there."""
    return f"http://{address(host)}:{port}/control"


def head(chance, name, what):
    metas = "".join(
        f'<meta name="{words(chance, 1)}:{key}" content="{code(chance, 16)}">\n'
        for key in ("app", "page", "view", "lix", "tree", "urn", "vendor", "locale", "tracking", "digest") * 3)
    alternates = "".join(
        f'<link rel="alternate" hreflang="{edition}" href="/{edition}/in/{name}">\n' for edition in EDITIONS)
    styles = "".join(f".c{i}-{code(chance, 6)}{{margin:{i}px;padding:{i % 7}px;color:#{i * 4099 % 0xFFFFFF:06x}}}" for i in range(60))
    return f"""<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{what} | Example Circle</title>
<meta property="og:title" content="{what}">
<meta property="og:site_name" content="Example Circle">
<meta property="og:url" content="@URL@">
<meta property="og:image" content="/media/{code(chance)}.jpg">
<meta name="description" content="{words(chance, 30)}">
{metas}<link rel="canonical" href="@URL@">
{alternates}<style>{styles}</style>
<script nonce="@NONCE@">window.started = Date.now(); (function () {{ var q = []; window.track = function (e) {{ q.push(e); }}; }})();</script>
"""


def data(chance, items):
    """What such pages carry for their own scripts: most of their weight, and nothing that a visitor reads."""
    return json.dumps({
        "session": "@NONCE@",
        "entities": [
            {"urn": f"urn:ec:{code(chance, 12)}", "kind": chance.choice(["post", "person", "place", "note"]),
             "text": words(chance, 8), "tracking": code(chance, 32), "counts": {"seen": chance.randrange(9999)}}
            for _ in range(items)]})


def navigation(chance):
    return '<header class="top"><nav aria-label="Main"><ul>' + "".join(
        f'<li class="nav-item"><a href="/{key}?from={code(chance, 8)}" data-track="nav-{key}">'
        f'<svg width="24" height="24" viewBox="0 0 24 24"><path d="M{chance.randrange(24)} 3v9L{chance.randrange(24)} 17z"/></svg>'
        f"<span>{words(chance, 1)}</span></a></li>"
        for key in ("home", "people", "jobs", "learning", "games", "messages", "notices", "login")) + "</ul></nav></header>\n"


def posts(chance, number):
    return "".join(
        f'<article class="post" data-urn="urn:ec:{code(chance, 12)}"><div class="post-head"><a href="/en/in/{words(chance, 2).replace(" ", "-")}">'
        f'<img alt="" src="/media/{code(chance)}.jpg" width="48" height="48"></a><div><h3>{words(chance, 2)}</h3>'
        f"<time>{chance.randrange(1, 12)} mo</time></div></div><div class=\"post-text\"><p>{words(chance, chance.randrange(20, 70))}</p>"
        f"<p>{words(chance, chance.randrange(10, 40))}</p></div><ul class=\"post-actions\"><li><button type=\"button\" data-track=\"like\">"
        f"{chance.randrange(999)}</button></li><li><a href=\"/posts/{code(chance, 12)}\">{words(chance, 2)}</a></li></ul></article>\n"
        for _ in range(number))


def people(chance, number):
    return '<aside class="others"><h2>' + words(chance, 3) + "</h2><ul>" + "".join(
        f'<li><a href="/en/in/{words(chance, 2).replace(" ", "-")}"><span>{words(chance, 2)}</span></a><p>{words(chance, 7)}</p></li>'
        for _ in range(number)) + "</ul></aside>\n"


def page(profile):
    chance = random.Random(f"page {profile}")
    name, kind, person = slug(profile), STATES[profile], words(chance, 2).title()
    size = chance.randrange(36, 80)
    if kind == "there":
        body = (f'<main><section class="card"><h1>{person}</h1><p class="headline">{words(chance, 9)}</p></section>\n'
                f'<section class="about"><h2>About</h2><p>{words(chance, 60)}</p></section>\n<section class="posts">')
        top = head(chance, name, person) + '<meta property="og:type" content="profile">\n'
    elif kind == "suspended":
        body = ('<main><section class="notice" role="alert"><h1>This account has been suspended</h1>'
                f"<p>Example Circle suspends accounts that break its rules. {words(chance, 12)}</p></section>\n<section class=\"posts\">")
        top = head(chance, name, "Account suspended")
    else:
        body = ('<main><section class="notice" role="alert"><h1>This page is not available</h1>'
                f"<p>The link may be wrong, or the profile may be gone. {words(chance, 12)}</p></section>\n<section class=\"posts\">")
        top = head(chance, name, "Page not found")
    text = (top + f'<script type="application/ld+json" nonce="@NONCE@">{data(chance, size // 6)}</script>\n</head>\n<body class="ec">\n'
            + navigation(chance) + body + posts(chance, size // 2) + "</section></main>\n" + people(chance, size // 3)
            + f'<script id="state" type="application/json" nonce="@NONCE@">{data(chance, size)}</script>\n')
    return text + f"<footer><p>{words(chance, 20)}</p></footer>\n</body>\n</html>\n"


def make(folder, count):
    """Writes the site into a folder, one folder in it for each host; gives the bytes of a page, on average."""
    written = 0
    shutil.rmtree(folder, ignore_errors=True)
    for host in range(HOSTS):
        root = os.path.join(folder, address(host))
        for edition in EDITIONS:
            os.makedirs(os.path.join(root, edition, "in"))
        keep(os.path.join(root, "robots.txt"), ROBOTS, 0)
        keep(os.path.join(root, "control"), filled(page(0), f"control {host}"), 0)
    upto = max(count, there(count)[-1] + 1)
    for profile in range(min(PROFILES, upto)):
        text = page(profile)
        for number in range(profile, upto, PROFILES):
            target = os.path.join(folder, address(profile % HOSTS), path(number)[1:])
            written += keep(target, filled(text, path(number)), number)
    return written / upto


def filled(text, place):
    return text.replace("@URL@", place).replace("@NONCE@", code(random.Random(place)))


def keep(target, text, number):
    content = text.encode()
    with open(target, "wb") as file:
        file.write(content)
    os.utime(target, (CHANGED + 60 * number,) * 2)
    return len(content)
