-- What lists and searches ask. Made from records, reports and readings, and can be made again from them at any time, so
-- these two tables are the ones that may change. Each thing stands in it once for each who may look: the owner's row has
-- what is held, the public's only what the gate lets out, so that no count, order or hit can tell more than a page does.
CREATE SEQUENCE index_order;
--> statement-breakpoint
CREATE TABLE record_index (
  audience text NOT NULL CHECK (audience IN ('owner', 'public')),
  id text NOT NULL,
  version integer NOT NULL,
  seq bigint NOT NULL,
  type text NOT NULL,
  family text NOT NULL,
  actors text[] NOT NULL,
  speakers text[] NOT NULL,
  places text[] NOT NULL,
  places_within text[] NOT NULL,
  sources text[] NOT NULL,
  languages text[] NOT NULL,
  reports text[] NOT NULL,
  earliest date,
  latest date,
  day date NOT NULL,
  review text NOT NULL,
  change text,
  status text,
  modality text NOT NULL,
  background boolean NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (audience, id)
);
--> statement-breakpoint
CREATE INDEX record_index_day ON record_index (audience, day DESC, id);
--> statement-breakpoint
CREATE INDEX record_index_seq ON record_index (audience, seq DESC);
--> statement-breakpoint
CREATE INDEX record_index_type ON record_index (audience, type, day DESC, id);
--> statement-breakpoint
CREATE INDEX record_index_time ON record_index (audience, type, earliest);
--> statement-breakpoint
CREATE INDEX record_index_speakers ON record_index USING gin (speakers);
--> statement-breakpoint
CREATE INDEX record_index_actors ON record_index USING gin (actors);
--> statement-breakpoint
CREATE INDEX record_index_places ON record_index USING gin (places_within);
--> statement-breakpoint
CREATE INDEX record_index_sources ON record_index USING gin (sources);
--> statement-breakpoint
CREATE INDEX record_index_reports ON record_index USING gin (reports);
--> statement-breakpoint
CREATE INDEX record_index_words ON record_index USING gin (words);
--> statement-breakpoint
CREATE TABLE report_index (
  audience text NOT NULL CHECK (audience IN ('owner', 'public')),
  id text NOT NULL,
  reading_id text NOT NULL,
  seq bigint NOT NULL,
  language text NOT NULL,
  source text,
  actors text[] NOT NULL,
  places text[] NOT NULL,
  places_within text[] NOT NULL,
  types text[] NOT NULL,
  families text[] NOT NULL,
  claims integer NOT NULL,
  earliest date,
  latest date,
  day date NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (audience, id)
);
--> statement-breakpoint
CREATE INDEX report_index_day ON report_index (audience, day DESC, id);
--> statement-breakpoint
CREATE INDEX report_index_seq ON report_index (audience, seq DESC);
--> statement-breakpoint
CREATE INDEX report_index_source ON report_index (audience, source, day DESC, id);
--> statement-breakpoint
CREATE INDEX report_index_actors ON report_index USING gin (actors);
--> statement-breakpoint
CREATE INDEX report_index_places ON report_index USING gin (places_within);
--> statement-breakpoint
CREATE INDEX report_index_types ON report_index USING gin (types);
--> statement-breakpoint
CREATE INDEX report_index_words ON report_index USING gin (words);
--> statement-breakpoint
-- When the public's row of a record or report was last made, and when it has to be made anew because a delay ends.
-- No row: never. `digest` tells whether anything public has changed, since only that may move it to the top of a list.
CREATE TABLE public_index (
  kind text NOT NULL CHECK (kind IN ('record', 'report')),
  id text NOT NULL,
  digest text NOT NULL,
  again_at timestamptz,
  PRIMARY KEY (kind, id)
);
--> statement-breakpoint
CREATE INDEX public_index_again ON public_index (again_at);
