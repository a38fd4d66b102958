-- All that the benchmark assumes about what Lacuna watches. bench_source (place, platform, url) says what is to be
-- watched and due now, in this order; what is watched already becomes due, and what it does not name stays as it is.

INSERT INTO lane (host, vantage, due)
SELECT DISTINCT substring(url FROM '//([^:/]+)'), 'direct', now() FROM bench_source
ON CONFLICT (host, vantage) DO UPDATE SET due = now();
INSERT INTO watch (platform, subject, url, kind, vantage, host, added, due)
SELECT platform, url, url, 'watch', 'direct', substring(url FROM '//([^:/]+)'), now(), now()
FROM bench_source ORDER BY place
ON CONFLICT ON CONSTRAINT watch_once DO UPDATE SET due = now();
DROP TABLE bench_source;
ANALYZE watch;
ANALYZE lane;
