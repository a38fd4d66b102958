-- Run once, in an empty Lacuna.
-- What the program watches by itself lies outside this machine: it is written down and never due.
CREATE FUNCTION bench_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.host NOT LIKE '127.0.%' THEN
        NEW.due := now() + interval '100 years';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER bench_only BEFORE INSERT OR UPDATE ON watch FOR EACH ROW EXECUTE FUNCTION bench_only();
CREATE TRIGGER bench_only BEFORE INSERT OR UPDATE ON lane FOR EACH ROW EXECUTE FUNCTION bench_only();
UPDATE watch SET due = due;
UPDATE lane SET due = due;
