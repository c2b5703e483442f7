-- Custody: whatever is kept appends a line to a ledger, and each line carries the hash of the one before. The database
-- itself writes it, so that no code, and no person at its prompt, can keep something without leaving a trace.
CREATE TABLE ledger (
  seq bigint PRIMARY KEY CHECK (seq >= 1),
  kind text NOT NULL,
  subject text NOT NULL,
  digest text NOT NULL,
  at text NOT NULL,
  previous text NOT NULL,
  hash text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX ledger_subject ON ledger (kind, subject);
--> statement-breakpoint
-- What was erased, by whom and why; the digest of what it was is in the ledger.
CREATE TABLE erasures (
  id text PRIMARY KEY,
  kind text NOT NULL,
  subject text NOT NULL,
  body jsonb NOT NULL,
  UNIQUE (kind, subject)
);
--> statement-breakpoint
-- Editions as they were released: number, checksums, and the ledger's head at that moment.
CREATE TABLE releases (
  id text PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  body jsonb NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
-- What people set on claims, anchored on report, trigger span and type, so that it outlives every reader.
CREATE TABLE corrections (
  id text PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  report_id text NOT NULL REFERENCES reports (id),
  body jsonb NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX corrections_report ON corrections (report_id, seq);
--> statement-breakpoint
CREATE FUNCTION text_digest(content text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(content, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
CREATE FUNCTION ledger_hash(previous text, seq bigint, kind text, subject text, digest text, at text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT text_digest(concat_ws(E'\n', previous, seq, kind, subject, digest, at))
$$;
--> statement-breakpoint
CREATE FUNCTION ledger_append(of_kind text, of_subject text, of_digest text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  last_seq bigint;
  last_hash text;
  told_at text := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
BEGIN
  -- The lock that writers of records take, too: one line at a time, and no two locks to wait for each other.
  PERFORM pg_advisory_xact_lock(7277004);
  SELECT seq, hash INTO last_seq, last_hash FROM ledger ORDER BY seq DESC LIMIT 1;
  last_seq := coalesce(last_seq, 0) + 1;
  last_hash := coalesce(last_hash, repeat('0', 64));
  INSERT INTO ledger VALUES (last_seq, of_kind, of_subject, of_digest, told_at, last_hash,
    ledger_hash(last_hash, last_seq, of_kind, of_subject, of_digest, told_at));
END
$$;
--> statement-breakpoint
-- Everything in custody: what it is called in the ledger, and the text that its digest is of. `columns`: all but the
-- body, for backups.
CREATE VIEW custody_items AS
  SELECT 'capture' AS kind, id AS subject, body::text AS content, body ? 'erased' AS erased,
    extract(epoch FROM added_at) AS place, to_jsonb(captures) - 'body' AS columns FROM captures
  UNION ALL
  SELECT 'report', id, concat_ws(E'\t', capture_id, coalesce(terms, ''), body::text), body ? 'erased',
    seq, to_jsonb(reports) - 'body' FROM reports
  UNION ALL
  SELECT 'reading', id, concat_ws(E'\t', report_id, reader, body::text), body ? 'erased',
    seq, to_jsonb(readings) - 'body' FROM readings
  UNION ALL
  SELECT 'record', id || '@' || version, body::text, body ? 'erased', seq, to_jsonb(records) - 'body' FROM records
  UNION ALL
  SELECT 'decision', id, concat_ws(E'\t', record_id, version, body::text), body ? 'erased',
    seq, to_jsonb(decisions) - 'body' FROM decisions
  UNION ALL
  SELECT 'correction', id, concat_ws(E'\t', report_id, body::text), body ? 'erased',
    seq, to_jsonb(corrections) - 'body' FROM corrections
  UNION ALL
  SELECT 'release', id, body::text, false, seq, to_jsonb(releases) - 'body' FROM releases
  UNION ALL
  SELECT 'erasure', id, concat_ws(E'\t', kind, subject, body::text), false, 0, to_jsonb(erasures) - 'body' FROM erasures;
--> statement-breakpoint
CREATE FUNCTION take_into_custody() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'captures' THEN PERFORM ledger_append('capture', NEW.id, text_digest(NEW.body::text));
    WHEN 'reports' THEN PERFORM ledger_append('report', NEW.id,
      text_digest(concat_ws(E'\t', NEW.capture_id, coalesce(NEW.terms, ''), NEW.body::text)));
    WHEN 'readings' THEN PERFORM ledger_append('reading', NEW.id,
      text_digest(concat_ws(E'\t', NEW.report_id, NEW.reader, NEW.body::text)));
    WHEN 'records' THEN PERFORM ledger_append('record', NEW.id || '@' || NEW.version, text_digest(NEW.body::text));
    WHEN 'decisions' THEN PERFORM ledger_append('decision', NEW.id,
      text_digest(concat_ws(E'\t', NEW.record_id, NEW.version, NEW.body::text)));
    WHEN 'corrections' THEN PERFORM ledger_append('correction', NEW.id,
      text_digest(concat_ws(E'\t', NEW.report_id, NEW.body::text)));
    WHEN 'releases' THEN PERFORM ledger_append('release', NEW.id, text_digest(NEW.body::text));
    WHEN 'erasures' THEN PERFORM ledger_append('erasure', NEW.id,
      text_digest(concat_ws(E'\t', NEW.kind, NEW.subject, NEW.body::text)));
  END CASE;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- A store from before the ledger: what it holds is entered as it stands.
DO $$
DECLARE
  item record;
BEGIN
  FOR item IN SELECT kind, subject, content FROM custody_items
    ORDER BY array_position(ARRAY['capture', 'report', 'reading', 'record', 'decision'], kind), place, subject
  LOOP
    PERFORM ledger_append(item.kind, item.subject, text_digest(item.content));
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE TRIGGER captures_custody AFTER INSERT ON captures FOR EACH ROW EXECUTE FUNCTION take_into_custody();
--> statement-breakpoint
CREATE TRIGGER reports_custody AFTER INSERT ON reports FOR EACH ROW EXECUTE FUNCTION take_into_custody();
--> statement-breakpoint
CREATE TRIGGER readings_custody AFTER INSERT ON readings FOR EACH ROW EXECUTE FUNCTION take_into_custody();
--> statement-breakpoint
CREATE TRIGGER records_custody AFTER INSERT ON records FOR EACH ROW EXECUTE FUNCTION take_into_custody();
--> statement-breakpoint
CREATE TRIGGER decisions_custody AFTER INSERT ON decisions FOR EACH ROW EXECUTE FUNCTION take_into_custody();
--> statement-breakpoint
CREATE TRIGGER corrections_custody AFTER INSERT ON corrections FOR EACH ROW EXECUTE FUNCTION take_into_custody();
--> statement-breakpoint
CREATE TRIGGER releases_custody AFTER INSERT ON releases FOR EACH ROW EXECUTE FUNCTION take_into_custody();
--> statement-breakpoint
CREATE TRIGGER erasures_custody AFTER INSERT ON erasures FOR EACH ROW EXECUTE FUNCTION take_into_custody();
--> statement-breakpoint
-- The one lawful change: a thing for which an erasure stands in the ledger gives way to a tombstone that names it.
CREATE FUNCTION allow_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_kind text := rtrim(TG_TABLE_NAME, 's');
  of_subject text := CASE TG_TABLE_NAME
    WHEN 'records' THEN to_jsonb(OLD) ->> 'id' || '@' || (to_jsonb(OLD) ->> 'version') ELSE OLD.id END;
  may_go text[] := ARRAY['body', 'url', 'places'];
BEGIN
  IF EXISTS (SELECT 1 FROM erasures WHERE kind = of_kind AND subject = of_subject
      AND NEW.body = jsonb_build_object('erased', id))
    AND to_jsonb(NEW) - may_go = to_jsonb(OLD) - may_go
    AND to_jsonb(NEW) ->> 'url' IS NULL
    AND coalesce(to_jsonb(NEW) -> 'places', '[]') = '[]'
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP;
END
$$;
--> statement-breakpoint
DROP TRIGGER captures_kept ON captures;
--> statement-breakpoint
DROP TRIGGER reports_kept ON reports;
--> statement-breakpoint
DROP TRIGGER readings_kept ON readings;
--> statement-breakpoint
DROP TRIGGER records_kept ON records;
--> statement-breakpoint
DROP TRIGGER decisions_kept ON decisions;
--> statement-breakpoint
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['captures', 'reports', 'readings', 'records', 'decisions', 'corrections'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      kept || '_kept', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION allow_erasure()',
      kept || '_erasable', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['ledger', 'erasures', 'releases'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      kept || '_kept', kept);
  END LOOP;
END
$$;
