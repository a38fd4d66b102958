-- As before, in a language that keeps its plans: one SQL function inside another is planned anew for every call. And the
-- document of a case that the crawler confirmed nothing of is not taken apart to find that out. Of the database's time for
-- publishing a case the entries of the log were a fifth.
CREATE OR REPLACE FUNCTION log_evidence(document jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    digests text;
BEGIN
    SELECT string_agg(digest || E'\n', '' ORDER BY digest COLLATE "C") INTO digests
    FROM (SELECT DISTINCT named #>> '{}' AS digest FROM (
        SELECT jsonb_path_query(document, '$.timeline[*].evidence[*]') AS named
        UNION ALL SELECT jsonb_path_query(document, '$.sources[*].archived')
        UNION ALL SELECT jsonb_path_query(document, '$.files[*].digest')) each
        WHERE jsonb_typeof(named) = 'string') once;
    RETURN coalesce('"evidence":"sha256:' || encode(sha256(convert_to(digests, 'UTF8')), 'hex') || '",', '');
END
$$;

CREATE OR REPLACE FUNCTION log_entry(changed change, digest text, body bytea) RETURNS bytea LANGUAGE plpgsql STABLE AS $$
DECLARE
    definitions text := '';
    evidence text := '';
BEGIN
    IF position('"sha256:'::bytea IN body) > 0 THEN
        evidence := log_evidence(convert_from(body, 'UTF8')::jsonb);
        IF changed.kind = 'case' AND EXISTS (SELECT FROM confirmed_change f WHERE f.case_slug = changed.slug) THEN
            definitions := log_definitions(changed.slug, convert_from(body, 'UTF8')::jsonb);
        END IF;
    END IF;
    RETURN convert_to('{"action":"' || changed.action || '",' || definitions || '"digest":"' || digest || '",' || evidence
        || '"kind":"' || changed.kind || '","recorded":"'
        || to_char(changed.recorded AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        || '","sequence":' || changed.sequence || ',"slug":"' || changed.slug || '","type":"change"}', 'UTF8');
END
$$;
