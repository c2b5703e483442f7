-- Readings whose claims have been joined to records. A reading without a line here still waits for that.
CREATE TABLE matched_readings (
  reading_id text PRIMARY KEY REFERENCES readings (id),
  at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
INSERT INTO matched_readings (reading_id) SELECT id FROM readings;
--> statement-breakpoint
CREATE INDEX readings_reader ON readings (reader, report_id);
--> statement-breakpoint
CREATE INDEX cases_record ON cases (record_id);
