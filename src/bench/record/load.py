"""Writes the invented record into the tables of facts, by COPY, in as many processes as there are processors."""
import multiprocessing
import signal
import subprocess

import facts

# Every row refers to rows of its own block, so the look-up of each reference is left out; nothing else of the table is.
BEFORE = "SET session_replication_role = replica; SET synchronous_commit = off;"

TAKEN = "CREATE TABLE IF NOT EXISTS bench_block (number integer PRIMARY KEY);"


def load(command, cases, seed, processes, first=0):
    """Goes on where an earlier run was broken off. @param command: psql with its options, as a list; @param first: number of
    the first block"""
    there = set(map(int, said(command, f"{TAKEN} SELECT number FROM bench_block;").split()))
    blocks = [(command, seed, first + number, min(facts.BLOCK, cases - number * facts.BLOCK))
              for number in range((cases + facts.BLOCK - 1) // facts.BLOCK) if first + number not in there]
    with multiprocessing.Pool(processes, signal.signal, (signal.SIGTERM, signal.SIG_DFL)) as pool:
        for done, _ in enumerate(pool.imap_unordered(one, blocks), 1):
            yield min(cases, done * facts.BLOCK)


record = None


def one(block):
    global record
    command, seed, number, cases = block
    record = record or facts.Record(seed)
    script = [BEFORE, "BEGIN;"]
    for table, rows in record.block(number, cases).items():
        script.append(f"COPY {table} ({facts.TABLES[table]}) FROM stdin;")
        script.extend("\t".join(value.replace("\\", "\\\\") if value != facts.NULL else value for value in row) for row in rows)
        script.append("\\.")
    script.append(f"INSERT INTO bench_block VALUES ({number});\nCOMMIT;\n")
    said(command, "\n".join(script), f"block {number}")


def said(command, script, what="the list of blocks"):
    done = subprocess.run([*command, "-A", "-t"], input=script, text=True, encoding="utf-8", capture_output=True)
    if done.returncode:
        raise RuntimeError(f"{what} was not taken: {done.stderr.strip()[-800:]}")
    return done.stdout
