-- The place of a public row in «newest first» outlives its being made anew.
ALTER TABLE public_index ADD COLUMN seq bigint;
