"""Writes the invented record into the tables of facts, by COPY, in as many processes as there are processors."""
import multiprocessing
import signal
import subprocess

import facts

# Every row refers to rows of its own block, so the look-up of each reference is left out; nothing else of the table is.
BEFORE = "SET session_replication_role = replica; SET synchronous_commit = off;"


def load(command, cases, seed, processes, first=0):
    """@param command: psql with its options, as a list; @param first: number of the first block"""
    blocks = [(command, seed, first + number, min(facts.BLOCK, cases - number * facts.BLOCK))
              for number in range((cases + facts.BLOCK - 1) // facts.BLOCK)]
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
    script.append("COMMIT;\n")
    done = subprocess.run(command, input="\n".join(script), text=True, encoding="utf-8", capture_output=True)
    if done.returncode:
        raise RuntimeError(f"block {number} was not taken: {done.stderr.strip()[-800:]}")
