-- The dictionary of the index of related stories in less room: each term stands once, and how many stories have it apart
-- from that, by number.
CREATE TABLE related_counts (
  -- The number of the term.
  id integer PRIMARY KEY,
  -- In how many indexed stories it stands.
  stories integer NOT NULL
);
--> statement-breakpoint
INSERT INTO related_counts (id, stories) SELECT id, stories FROM related_terms ORDER BY id;
--> statement-breakpoint
CREATE TABLE related_numbers (
  term text PRIMARY KEY,
  id integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO related_numbers (term, id) SELECT term, id FROM related_terms ORDER BY term;
--> statement-breakpoint
DROP TABLE related_terms;
--> statement-breakpoint
ALTER TABLE related_numbers RENAME TO related_terms;
