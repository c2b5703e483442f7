-- What the observatory keeps. The nouns lie whole in `body`, as their schemas in src/model say; the other columns are
-- what queries ask for. Bytes of captures lie beside the database, as files named by their hash (see custody.ts).
CREATE TABLE captures (
  id text PRIMARY KEY,
  body jsonb NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE TABLE reports (
  id text PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  capture_id text NOT NULL REFERENCES captures (id),
  text_hash text NOT NULL,
  url text,
  terms text,
  body jsonb NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX reports_capture ON reports (capture_id);
--> statement-breakpoint
CREATE INDEX reports_text ON reports (text_hash);
--> statement-breakpoint
CREATE TABLE readings (
  id text PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  report_id text NOT NULL REFERENCES reports (id),
  reader text NOT NULL,
  body jsonb NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX readings_report ON readings (report_id, seq);
--> statement-breakpoint
CREATE TABLE records (
  id text NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  type text NOT NULL,
  places text[] NOT NULL,
  reports text[] NOT NULL,
  body jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (id, version)
);
--> statement-breakpoint
CREATE INDEX records_places ON records USING gin (places);
--> statement-breakpoint
CREATE INDEX records_reports ON records USING gin (reports);
--> statement-breakpoint
CREATE TABLE decisions (
  id text PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  record_id text NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  FOREIGN KEY (record_id, version) REFERENCES records (id, version)
);
--> statement-breakpoint
CREATE INDEX decisions_record ON decisions (record_id, seq);
--> statement-breakpoint
CREATE TABLE settings (
  key text PRIMARY KEY,
  value jsonb NOT NULL
);
--> statement-breakpoint
-- Nothing is overwritten: also not by a person at the database's own prompt, and not by a bug of ours.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP;
END
$$;
--> statement-breakpoint
CREATE TRIGGER captures_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON captures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reports_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER readings_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON readings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER records_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON records FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER decisions_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
