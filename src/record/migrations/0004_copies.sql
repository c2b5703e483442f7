-- Captures that turned out to be a report that was held already: its text lies in them, too.
CREATE TABLE report_captures (
  report_id text NOT NULL REFERENCES reports (id),
  capture_id text NOT NULL REFERENCES captures (id),
  PRIMARY KEY (report_id, capture_id)
);
--> statement-breakpoint
-- Band hashes of a report's MinHash: two texts that share most of their words share one of them, almost surely.
CREATE TABLE report_shapes (
  id text PRIMARY KEY REFERENCES reports (id),
  bands integer[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX report_shapes_bands ON report_shapes USING gin (bands);
--> statement-breakpoint
-- Reports that carry the text of an earlier one. `origin`: the first of them all, the same for every copy.
CREATE TABLE report_copies (
  id text PRIMARY KEY REFERENCES reports (id),
  of text NOT NULL REFERENCES reports (id),
  origin text NOT NULL REFERENCES reports (id),
  likeness real NOT NULL
);
--> statement-breakpoint
CREATE INDEX report_copies_origin ON report_copies (origin);
--> statement-breakpoint
CREATE INDEX report_copies_of ON report_copies (of);
--> statement-breakpoint
-- What a person has to look at. A case is closed by a line of its own, so that nothing is overwritten here either.
CREATE TABLE cases (
  id text PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  kind text NOT NULL,
  report_id text,
  record_id text,
  body jsonb NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE TABLE case_closings (
  case_id text PRIMARY KEY REFERENCES cases (id),
  body jsonb NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now()
);
