-- The index of related stories, written by db/linking/index-related.ts.
-- The dictionary of its terms: stems, and pairs of capitalised words with a space between them.
CREATE TABLE related_terms (
  id integer PRIMARY KEY,
  term text NOT NULL UNIQUE,
  -- In how many indexed stories it stands.
  stories integer NOT NULL
);
--> statement-breakpoint
-- The terms of each story that is or was public or will be by time alone.
CREATE TABLE related_stories (
  article_id integer PRIMARY KEY,
  -- The version of lib/search/fold-word.ts by which its words were cut.
  fold integer NOT NULL,
  -- See lib/linking/related/term-vector.ts.
  terms blob NOT NULL
);
--> statement-breakpoint
CREATE INDEX related_stories_by_fold ON related_stories (fold);
--> statement-breakpoint
-- For each term, the stories with it, in blocks of ids (lib/linking/related/postings.ts).
CREATE TABLE related_postings (
  term integer NOT NULL,
  block integer NOT NULL,
  stories blob NOT NULL,
  PRIMARY KEY (term, block)
) WITHOUT ROWID;
--> statement-breakpoint
-- Of each story of a block, two numbers of 16 bits: its length, 0 for none, and the day of its publication.
CREATE TABLE related_blocks (
  block integer PRIMARY KEY,
  facts blob NOT NULL
);
--> statement-breakpoint
-- One row: how many stories are indexed, the sum of their lengths, and the highest id of a term.
CREATE TABLE related_totals (
  id integer PRIMARY KEY CHECK (id = 1),
  stories integer NOT NULL,
  length integer NOT NULL,
  terms integer NOT NULL
);
--> statement-breakpoint
INSERT INTO related_totals (id, stories, length, terms) VALUES (1, 0, 0, 0);
