"""How long leasing takes with very many watched subjects, asked of the database itself while the program runs."""
import time

import machine
import pages
import verdict

STATISTICS = ["-c", "shared_preload_libraries=pg_stat_statements", "-c", "pg_stat_statements.track=all"]
SECONDS = 40


def measure(node, database, watched):
    """
    Time in PostgreSQL per 1,000 leased checks. Whatever the program's statements are, the ones that lease say so with
    SKIP LOCKED; their time and the number of leases they gave come from pg_stat_statements.
    """
    began = time.monotonic()
    node.fresh()
    node.watch(
        (f"bench-{number % pages.HOSTS % 10}", f"http://{pages.address(number % pages.HOSTS)}:{node.origin.port}/no/{number}")
        for number in range(watched))
    loaded = time.monotonic() - began
    database.ask("CREATE EXTENSION IF NOT EXISTS pg_stat_statements")
    database.ask("SELECT pg_stat_statements_reset()")
    running = node.serve("dispatch")
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and not running.over():
        time.sleep(1)
    running.stop()
    leased = database.ask("""
        SELECT coalesce(sum(total_exec_time), 0), coalesce(sum(rows), 0), coalesce(sum(calls), 0)
        FROM pg_stat_statements JOIN pg_database ON dbid = pg_database.oid AND datname = current_database()
        WHERE query ILIKE '%skip locked%' AND query ILIKE '%watch%'""")
    milliseconds, rows, calls = (float(value) for value in leased.split("|"))
    if rows == 0:
        raise machine.Failed(f"nothing was leased; see {running.log}")
    each = 1000 * milliseconds / rows
    yield verdict.Goal(
        f"1,000 leases among {watched:,} watched", "< 50 ms",
        f"{each:.1f} ms ({rows:.0f} leases in {calls:.0f} statements; loading took {loaded:.0f} s)", each < 50)
