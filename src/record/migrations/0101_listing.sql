-- Lists are asked of narrow rows: the words that a thing is found by lie in tables of their own, out of line, so that a
-- list, a count and a hit's day cost no look at them.
CREATE TABLE record_words (
  audience text NOT NULL,
  id text NOT NULL,
  day date NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (audience, id)
) WITH (toast_tuple_target = 128);
--> statement-breakpoint
CREATE TABLE report_words (
  audience text NOT NULL,
  id text NOT NULL,
  day date NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (audience, id)
) WITH (toast_tuple_target = 128);
--> statement-breakpoint
-- Not compressed, since ranking opens a thousand of them at once; and few statistics, since those open as many.
ALTER TABLE record_words ALTER words SET STORAGE EXTERNAL, ALTER audience SET STATISTICS 10, ALTER id SET STATISTICS 10,
  ALTER day SET STATISTICS 10, ALTER words SET STATISTICS 10;
--> statement-breakpoint
ALTER TABLE report_words ALTER words SET STORAGE EXTERNAL, ALTER audience SET STATISTICS 10, ALTER id SET STATISTICS 10,
  ALTER day SET STATISTICS 10, ALTER words SET STATISTICS 10;
--> statement-breakpoint
INSERT INTO record_words SELECT audience, id, day, words FROM record_index;
--> statement-breakpoint
INSERT INTO report_words SELECT audience, id, day, words FROM report_index;
--> statement-breakpoint
ALTER TABLE record_index DROP COLUMN words;
--> statement-breakpoint
ALTER TABLE report_index DROP COLUMN words;
--> statement-breakpoint
CREATE INDEX record_words_owner ON record_words USING gin (words) WITH (gin_pending_list_limit = 256) WHERE audience = 'owner';
--> statement-breakpoint
CREATE INDEX record_words_public ON record_words USING gin (words) WITH (gin_pending_list_limit = 256) WHERE audience = 'public';
--> statement-breakpoint
CREATE INDEX report_words_owner ON report_words USING gin (words) WITH (gin_pending_list_limit = 256) WHERE audience = 'owner';
--> statement-breakpoint
CREATE INDEX report_words_public ON report_words USING gin (words) WITH (gin_pending_list_limit = 256) WHERE audience = 'public';
--> statement-breakpoint
-- An entry that waits in a list is looked at by every question, until a vacuum; the embedded store has nobody to do one.
ALTER INDEX record_index_actors SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX record_index_places SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX record_index_speakers SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX record_index_sources SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX record_index_reports SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX report_index_actors SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX report_index_places SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX report_index_types SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX records_places SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX records_reports SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX report_shapes_bands SET (fastupdate = off);
--> statement-breakpoint
REINDEX TABLE report_shapes;
--> statement-breakpoint
REINDEX TABLE records;
--> statement-breakpoint
-- Days between which it may have happened; what has no day is between none.
CREATE INDEX record_index_span ON record_index
  USING gist (daterange(least(earliest, latest), greatest(earliest, latest), '[]')) WHERE coalesce(earliest, latest) IS NOT NULL;
--> statement-breakpoint
-- What claims may be about is looked for at a place, among the days around theirs.
DROP INDEX record_index_time;
--> statement-breakpoint
CREATE INDEX record_index_time ON record_index (audience, type, latest);
--> statement-breakpoint
-- Bodies tell a planner nothing.
ALTER TABLE captures ALTER body SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE reports ALTER body SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE readings ALTER body SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE records ALTER body SET STATISTICS 0;
--> statement-breakpoint
-- Writes the rows anew, without the room of the dropped column.
CLUSTER record_index USING record_index_day;
--> statement-breakpoint
CLUSTER report_index USING report_index_day;
--> statement-breakpoint
-- How many there are of each value, kept with each change: the total of the commonest lists costs one look, however many
-- they have.
CREATE TABLE listed_totals (
  kind text NOT NULL,
  audience text NOT NULL,
  facet text NOT NULL,
  key text NOT NULL,
  total integer NOT NULL,
  PRIMARY KEY (kind, audience, facet, key)
) WITH (fillfactor = 70);
--> statement-breakpoint
-- What is shown of a thing in a list, as the gate made it for each audience; can be made again at any time.
CREATE TABLE listed_lines (
  kind text NOT NULL,
  audience text NOT NULL,
  id text NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (kind, audience, id)
);
--> statement-breakpoint
CREATE FUNCTION record_keys(type text, family text, review text, actors text[], areas text[], speakers text[], sources text[])
RETURNS TABLE (facet text, key text) LANGUAGE sql IMMUTABLE AS $$
  SELECT 'all', '' UNION ALL SELECT 'type', type UNION ALL SELECT 'family', family UNION ALL SELECT 'review', review
  UNION ALL SELECT 'actor', unnest(actors) UNION ALL SELECT 'area', unnest(areas)
  UNION ALL SELECT 'speaker', unnest(speakers) UNION ALL SELECT 'source', unnest(sources)
$$;
--> statement-breakpoint
CREATE FUNCTION report_keys(source text, language text, actors text[], areas text[], types text[], families text[])
RETURNS TABLE (facet text, key text) LANGUAGE sql IMMUTABLE AS $$
  SELECT 'all', '' UNION ALL SELECT 'source', source WHERE source IS NOT NULL UNION ALL SELECT 'language', language
  UNION ALL SELECT 'actor', unnest(actors) UNION ALL SELECT 'area', unnest(areas)
  UNION ALL SELECT 'type', unnest(types) UNION ALL SELECT 'family', unnest(families)
$$;
--> statement-breakpoint
INSERT INTO listed_totals
  SELECT 'record', audience, k.facet, k.key, count(*) FROM record_index,
    record_keys(type, family, review, actors, places_within, speakers, sources) k GROUP BY 2, 3, 4;
--> statement-breakpoint
INSERT INTO listed_totals
  SELECT 'report', audience, k.facet, k.key, count(*) FROM report_index,
    report_keys(source, language, actors, places_within, types, families) k GROUP BY 2, 3, 4;
--> statement-breakpoint
-- The order in which totals are written is one for all, so that no two writers wait for each other.
CREATE FUNCTION count_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_ARGV[0] = 'record' THEN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO listed_totals
        SELECT 'record', audience, k.facet, k.key, count(*) FROM fresh,
          record_keys(type, family, review, actors, places_within, speakers, sources) k GROUP BY 2, 3, 4 ORDER BY 2, 3, 4
        ON CONFLICT (kind, audience, facet, key) DO UPDATE SET total = listed_totals.total + excluded.total;
      RETURN NULL;
    ELSIF TG_OP = 'UPDATE' THEN
      INSERT INTO listed_totals
        SELECT 'record', audience, facet, key, sum(step) FROM (
          SELECT audience, k.facet, k.key, 1 AS step FROM fresh,
            record_keys(type, family, review, actors, places_within, speakers, sources) k
          UNION ALL
          SELECT audience, k.facet, k.key, -1 FROM gone,
            record_keys(type, family, review, actors, places_within, speakers, sources) k
        ) steps GROUP BY 2, 3, 4 HAVING sum(step) <> 0 ORDER BY 2, 3, 4
        ON CONFLICT (kind, audience, facet, key) DO UPDATE SET total = listed_totals.total + excluded.total;
      RETURN NULL;
    END IF;
    INSERT INTO listed_totals
      SELECT 'record', audience, k.facet, k.key, -count(*) FROM gone,
        record_keys(type, family, review, actors, places_within, speakers, sources) k GROUP BY 2, 3, 4 ORDER BY 2, 3, 4
      ON CONFLICT (kind, audience, facet, key) DO UPDATE SET total = listed_totals.total + excluded.total;
    DELETE FROM record_words USING gone WHERE record_words.audience = gone.audience AND record_words.id = gone.id;
  ELSE
    IF TG_OP = 'INSERT' THEN
      INSERT INTO listed_totals
        SELECT 'report', audience, k.facet, k.key, count(*) FROM fresh,
          report_keys(source, language, actors, places_within, types, families) k GROUP BY 2, 3, 4 ORDER BY 2, 3, 4
        ON CONFLICT (kind, audience, facet, key) DO UPDATE SET total = listed_totals.total + excluded.total;
      RETURN NULL;
    ELSIF TG_OP = 'UPDATE' THEN
      INSERT INTO listed_totals
        SELECT 'report', audience, facet, key, sum(step) FROM (
          SELECT audience, k.facet, k.key, 1 AS step FROM fresh,
            report_keys(source, language, actors, places_within, types, families) k
          UNION ALL
          SELECT audience, k.facet, k.key, -1 FROM gone,
            report_keys(source, language, actors, places_within, types, families) k
        ) steps GROUP BY 2, 3, 4 HAVING sum(step) <> 0 ORDER BY 2, 3, 4
        ON CONFLICT (kind, audience, facet, key) DO UPDATE SET total = listed_totals.total + excluded.total;
      RETURN NULL;
    END IF;
    INSERT INTO listed_totals
      SELECT 'report', audience, k.facet, k.key, -count(*) FROM gone,
        report_keys(source, language, actors, places_within, types, families) k GROUP BY 2, 3, 4 ORDER BY 2, 3, 4
      ON CONFLICT (kind, audience, facet, key) DO UPDATE SET total = listed_totals.total + excluded.total;
    DELETE FROM report_words USING gone WHERE report_words.audience = gone.audience AND report_words.id = gone.id;
  END IF;
  -- What is listed no more has no words to be found by and no line to be shown.
  DELETE FROM listed_lines USING gone
    WHERE listed_lines.kind = TG_ARGV[0] AND listed_lines.audience = gone.audience AND listed_lines.id = gone.id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER record_index_added AFTER INSERT ON record_index REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION count_listed('record');
--> statement-breakpoint
CREATE TRIGGER record_index_changed AFTER UPDATE ON record_index REFERENCING OLD TABLE AS gone NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION count_listed('record');
--> statement-breakpoint
CREATE TRIGGER record_index_gone AFTER DELETE ON record_index REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION count_listed('record');
--> statement-breakpoint
CREATE TRIGGER report_index_added AFTER INSERT ON report_index REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION count_listed('report');
--> statement-breakpoint
CREATE TRIGGER report_index_changed AFTER UPDATE ON report_index REFERENCING OLD TABLE AS gone NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION count_listed('report');
--> statement-breakpoint
CREATE TRIGGER report_index_gone AFTER DELETE ON report_index REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION count_listed('report');
--> statement-breakpoint
-- Grows whenever something that the public's row rests on changes: what was gated before that is not written.
ALTER TABLE public_index ADD COLUMN touched bigint NOT NULL DEFAULT 0;
--> statement-breakpoint
-- All are gated once more, which makes their lines; and from here on whatever is due has a row that says so.
UPDATE public_index SET again_at = '-infinity', touched = nextval('index_order');
--> statement-breakpoint
INSERT INTO public_index (kind, id, digest, again_at, touched)
  SELECT 'record', id, '', '-infinity'::timestamptz, nextval('index_order') FROM record_index WHERE audience = 'owner'
  ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT INTO public_index (kind, id, digest, again_at, touched)
  SELECT 'report', id, '', '-infinity'::timestamptz, nextval('index_order') FROM report_index WHERE audience = 'owner'
  ON CONFLICT DO NOTHING;
--> statement-breakpoint
DROP INDEX public_index_again;
--> statement-breakpoint
CREATE INDEX public_index_due ON public_index (kind, again_at, touched DESC);
