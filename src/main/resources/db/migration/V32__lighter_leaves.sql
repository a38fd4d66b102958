-- As before, but the document of a case that the crawler confirmed nothing of is not taken apart to find that out: of the
-- database's time for publishing a case that was a tenth.
CREATE OR REPLACE FUNCTION log_entry(changed change, digest text, body bytea) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT convert_to('{"action":"' || changed.action || '",'
        || CASE WHEN changed.kind = 'case' AND EXISTS (SELECT FROM confirmed_change f WHERE f.case_slug = changed.slug)
                AND position('"evidence":["sha256:'::bytea IN body) > 0
            THEN log_definitions(changed.slug, convert_from(body, 'UTF8')::jsonb) ELSE '' END
        || '"digest":"' || digest || '",'
        || CASE WHEN position('"sha256:'::bytea IN body) > 0
            THEN log_evidence(convert_from(body, 'UTF8')::jsonb) ELSE '' END
        || '"kind":"' || changed.kind || '","recorded":"'
        || to_char(changed.recorded AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        || '","sequence":' || changed.sequence || ',"slug":"' || changed.slug || '","type":"change"}', 'UTF8')
$$;
