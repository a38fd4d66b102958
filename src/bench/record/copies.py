"""What COPY is asked for: the rows of the bulk files, out of the documents that these are made of too."""

TABLES = ("cases", "restrictions", "entries", "sources", "observations")

FROM = """(SELECT p.sequence, p.slug, {body} AS j FROM current_case p JOIN document d USING (sequence) ORDER BY p.sequence {way}) c"""
DOCUMENT = "convert_from(d.body, 'UTF8')"
LISTS = {"restrictions": "restrictions", "entries": "timeline", "sources": "sources", "observations": "timeline"}


def documents(way="ASC"):
    """Each case as it is stored."""
    return f"COPY (SELECT c.j FROM {FROM.format(body=DOCUMENT, way=way)}) TO STDOUT"


def lines(table):
    """Each item of a list with the case that it belongs to, as JSON."""
    return f"""COPY (SELECT '{{"case":"' || c.slug || '",' || substr(i.value::text, 2)
        FROM {FROM.format(body=DOCUMENT + "::json", way="ASC")}, json_array_elements(c.j->'{LISTS[table]}') i
        {"WHERE i.value->>'type' = 'observation'" if table == "observations" else ""}) TO STDOUT"""


def csv(table, way="ASC"):
    """The columns of the files, as CSV."""
    columns, rest = TABLES_OF_SQL[table]
    return f"""COPY (SELECT {", ".join(columns)} FROM {FROM.format(body=DOCUMENT + "::jsonb", way=way)} {rest}) TO STDOUT (FORMAT csv)"""


def of_case(*paths):
    return ["c.j#>>'{" + path.replace("/", ",") + "}'" for path in paths]


def of_item(*paths):
    return ["i.value#>>'{" + path.replace("/", ",") + "}'" for path in paths]


def gathered(what):
    """Every word once."""
    return f"(SELECT jsonb_agg(DISTINCT w) FROM jsonb_array_elements(c.j->'restrictions') r, {what} w WHERE w IS NOT NULL)"


def bound(which, function):
    return (f"(SELECT CASE WHEN bool_and(r->'imposed'?'{which}') THEN {function}(r#>>'{{imposed,{which}}}') END"
            " FROM jsonb_array_elements(c.j->'restrictions') r)")


def items(table):
    return f"CROSS JOIN LATERAL jsonb_array_elements(c.j->'{LISTS[table]}') WITH ORDINALITY i (value, position)"


def date(name):
    return of_item(f"{name}/edtf", f"{name}/earliest", f"{name}/latest")


DEMANDED = [f"""(SELECT {part} FROM jsonb_each_text(CASE jsonb_typeof(i.value->'demandedBy') WHEN 'object'
                THEN i.value->'demandedBy' ELSE '{{}}' END) LIMIT 1)""" for part in ("key", "value")]
LIFTED = "(SELECT l#>>'{{date,{0}}}' FROM jsonb_array_elements(i.value->'lifts') l WHERE l->>'extent' = 'full' LIMIT 1)"

TABLES_OF_SQL = {
    "cases": (of_case("slug", "title", "incident", "platform/id", "platform/name", "subject/kind", "subject/name", "subject/url",
                      "subject/basedIn", "subject/topics", "subject/redacted", "status", "verification", "verificationReason")
              + [gathered("to_jsonb(r->'measure')"), gathered("jsonb_array_elements(r->'scope')"),
                 gathered("to_jsonb(r#>'{demandedBy,government}')"), bound("earliest", "min"), bound("latest", "max"),
                 "jsonb_array_length(c.j->'restrictions')", "jsonb_array_length(c.j->'timeline')",
                 "jsonb_array_length(coalesce(c.j->'conflicts', '[]'))"]
              + of_case("observed/outcome", "observed/confirmed", "splitInto", "firstRecorded", "lastChanged", "sequence"), ""),
    "restrictions": (["c.slug"] + of_item("id", "state", "measure", "scope") + DEMANDED + date("imposed")
                     + ["jsonb_array_length(i.value->'lifts')"] + [LIFTED.format(part) for part in ("edtf", "earliest", "latest")]
                     + of_item("latencyDays/min", "latencyDays/max", "latencyDays/censored", "latencyDays/asOf"), items("restrictions")),
    "entries": (["c.slug"] + of_item("id") + ["i.position"] + of_item("type") + date("date")
                + of_item("text", "sources", "disputed", "redacted", "recordedAt", "measure", "scope") + DEMANDED
                + of_item("fate", "changes", "lifts", "extent", "how", "by", "explanation", "channel", "rule", "stage", "kind",
                          "corrects", "outcome"), items("entries")),
    "sources": (["c.slug"] + of_item("id", "publisher", "title", "url", "published", "language", "archived") + ["NULL"]  # no copy is public
                + of_item("redacted"),
                items("sources")),
    "observations": (["c.slug"] + of_item("id") + of_case("platform/id") + of_item("outcome", "scope", "vantages") + date("date")
                     + of_item("firstSeenGone", "lastSeenAvailable", "evidence") + ["'[]'"] + of_item("text", "redacted", "recordedAt"),
                     items("observations") + " WHERE i.value->>'type' = 'observation'"),
}
