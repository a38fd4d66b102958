#!/usr/bin/env python3
"""Checks a Lacuna log with Python's standard library and openssl alone; docs/ledger.md describes the formats.

    python3 verify.py --key NAME+ID+KEY --log URL-OR-FOLDER [--export cases.ndjson [--at NUMBER]] [--state FILE]

--log is the address of the site, or a folder with the files below /log/. With --state the checkpoint is remembered, and the
next run checks that the log has only grown since. Ends with 0 if all is well, with 1 if something is not: it says what.
"""
import argparse, base64, gzip, hashlib, json, os, subprocess, sys, tempfile, urllib.request

wrong = []


def say(what):
    wrong.append(what)
    print("WRONG: " + what)


def stop(what):
    say(what)
    sys.exit(1)


def read(log, path):
    """One file of the log."""
    if log.startswith(("http://", "https://")):
        request = urllib.request.Request(log.rstrip("/") + "/log/" + path, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            data = answer.read()
            return gzip.decompress(data) if answer.headers.get("Content-Encoding") == "gzip" else data
    with open(os.path.join(log, path), "rb") as file:
        return file.read()


def unpack(text):
    """Base64 with its padding and in its one form."""
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode() != text:
        raise ValueError("expected Base64 in its one form, found " + text)
    return data


def signed(public, message, signature):
    """Ed25519 by openssl: the key as SubjectPublicKeyInfo (RFC 8410)."""
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, name) for name in ("key.der", "message", "signature")]
        for name, data in zip(names, (bytes.fromhex("302a300506032b6570032100") + public, message, signature)):
            with open(name, "wb") as file:
                file.write(data)
        return subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", names[0], "-rawin",
             "-in", names[1], "-sigfile", names[2]], capture_output=True).returncode == 0


def key(text):
    """name+id+key: the name, four bytes of id, and 32 bytes of Ed25519 key."""
    name, number, rest = text.strip().split("+", 2)
    raw = unpack(rest)
    made = hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4]
    if raw[0] != 1 or len(raw) != 33 or made.hex() != number:
        sys.exit("this is not name+id+key of an Ed25519 key: " + text)
    return name, made, raw[1:]


def has_signature(note, known):
    """Whether this note carries a good signature of this key."""
    text, lines = note.rsplit("\n\n", 1)
    for line in lines.splitlines():
        name, data = line.removeprefix("\u2014 ").split(" ")
        raw = unpack(data)
        if name == known[0] and raw[:4] == known[1]:
            return signed(known[2], (text + "\n").encode(), raw[4:])
    return False


def head(note):
    """Origin, size and root."""
    origin, size, root = note.split("\n")[:3]
    return origin, int(size), unpack(root)


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """The hashes of the complete subtrees from left to right: all it takes to append, and to know the root."""

    def __init__(self):
        self.parts, self.size = [], 0

    def append(self, entry):
        part, size = hashlib.sha256(b"\x00" + entry).digest(), self.size
        while size % 2:
            part, size = node(self.parts.pop(), part), size // 2
        self.parts.append(part)
        self.size += 1

    def root(self):
        if not self.parts:
            return hashlib.sha256(b"").digest()
        root = self.parts[-1]
        for part in reversed(self.parts[:-1]):
            root = node(part, root)
        return root


def bundles(log, size):
    """All entries below this size, in order."""
    for index in range((size + 255) // 256):
        width = min(256, size - index * 256)
        digits = "%03d" % (index % 1000)
        rest = index // 1000
        while rest:
            digits, rest = "x%03d/%s" % (rest % 1000, digits), rest // 1000
        data = read(log, "tile/entries/" + digits + (".p/%d" % width if width < 256 else ""))
        at = 0
        for _ in range(width):
            length = int.from_bytes(data[at:at + 2], "big")
            yield data[at + 2:at + 2 + length]
            at += 2 + length
        if at != len(data):
            stop("the bundle %s does not hold %d whole entries" % (digits, width))
        if sys.stderr.isatty():
            print("\r%d of %d entries" % (index * 256 + width, size), end="", file=sys.stderr)


def export(path, changes, at):
    """Every record of the bulk file is what the log commits to, and none is left out."""
    found, records, now = {}, 0, {}
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
        for line in file:
            line = line.rstrip(b"\n")
            document = json.loads(line)
            slug, number = document["slug"], document["sequence"]
            canonical = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
            entry = changes.get(number)
            records += 1
            if slug in found:
                say("%s stands twice in the bulk file" % slug)
            found[slug] = number
            if not entry or (entry["kind"], entry["slug"]) != ("case", slug):
                say("%s: the log knows no version %s of it" % (slug, number))
            elif "sha256:" + hashlib.sha256(canonical).hexdigest() not in entry["digests"]:
                say("%s: version %s is not what the log commits to" % (slug, number))
    last = {}
    for number in sorted(changes):
        if changes[number]["kind"] == "case":
            now[changes[number]["slug"]] = changes[number]["action"]
            if number <= (at or max(found.values(), default=0)):
                last[changes[number]["slug"]] = changes[number]
    for slug, entry in last.items():
        gone = entry["action"] in ("retracted", "merged")
        # without --at nobody knows whether it went before the file was made or after
        if slug not in found and not gone and (at or now[slug] not in ("retracted", "merged")):
            say("%s is missing from the bulk file; the log has version %d of it" % (slug, entry["sequence"]))
        elif slug in found and (gone or found[slug] < entry["sequence"]):
            say("%s: the bulk file has version %d, the log %d" % (slug, found[slug], entry["sequence"]))
    print("%d records of the bulk file were compared" % records)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--key", required=True)
    ask.add_argument("--log", required=True)
    ask.add_argument("--export")
    ask.add_argument("--at", type=int, help="at which change the bulk file was made: the number in the name of its set")
    ask.add_argument("--state")
    given = ask.parse_args()
    trusted = key(given.key)
    note = read(given.log, "checkpoint").decode()
    origin, size, root = head(note)
    if origin != trusted[0]:
        stop("the key is one of %s, the log is %s" % (trusted[0], origin))
    old = open(given.state).read() if given.state and os.path.exists(given.state) else None
    before = head(old) if old else (origin, 0, hashlib.sha256(b"").digest())
    if before[0] != origin or before[1] > size:
        stop("the log was seen with %d entries and has %d now" % (before[1], size))
    tree, changes, keys, expected = Tree(), {}, [trusted], 1
    for entry in bundles(given.log, size):
        if tree.size == before[1] and tree.root() != before[2]:
            stop("the first %d entries are not those that were seen before" % before[1])
        tree.append(entry)
        read_entry = json.loads(entry)
        if read_entry["type"] == "change":
            if read_entry["sequence"] != expected:
                say("entry %d is of change %s, expected %d" % (tree.size - 1, read_entry["sequence"], expected))
            expected = read_entry["sequence"] + 1
            changes[read_entry["sequence"]] = {**read_entry, "digests": [read_entry["digest"]]}
        elif read_entry["type"] == "replaced":
            if read_entry["sequence"] in changes:
                changes[read_entry["sequence"]]["digests"].append(read_entry["digest"])
            else:
                say("entry %d replaces change %s, which is not before it" % (tree.size - 1, read_entry["sequence"]))
        elif read_entry["type"] == "key":
            text = "lacuna key hand-over\n%s\n%s\n" % (read_entry["from"], read_entry["to"])
            if key(read_entry["from"]) != keys[-1]:
                continue  # between keys that came before the one that was given
            if not signed(keys[-1][2], text.encode(), unpack(read_entry["signature"])):
                stop("entry %d hands over to a key, not signed by the one before" % (tree.size - 1))
            keys.append(key(read_entry["to"]))
    if sys.stderr.isatty():
        print(file=sys.stderr)
    if tree.size == before[1] and tree.root() != before[2]:
        stop("the entries are not those that were seen before")
    if tree.root() != root:
        stop("the entries do not come to the hash of the checkpoint")
    if not has_signature(note, keys[-1]):
        stop("the checkpoint is not signed with the key that was given, nor with one that it handed over to")
    print("%d entries of %s are what the signed checkpoint says" % (size, origin))
    if before[1]:
        print("the log has grown from %d entries to %d; nothing before was changed" % (before[1], size))
    if given.export:
        export(given.export, changes, given.at)
    if given.state and not wrong:
        with open(given.state, "w") as file:
            file.write(note)
    print("%d things are wrong" % len(wrong) if wrong else "all is well")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    try:
        main()
    except (ValueError, KeyError) as broken:
        stop("something does not read as what it should be: %s" % broken)
