-- The index of all words (db/search/). It is filled again while the site runs, because the words of the store are cut
-- and folded by lib/search/, not by SQLite.
DROP TABLE article_search;
--> statement-breakpoint
-- One row an article. Numbers order stories by time: see db/search/document-number.ts.
CREATE TABLE search_documents (
  article_id integer PRIMARY KEY,
  number integer NOT NULL UNIQUE,
  -- The version of lib/search/fold-word.ts by which it was cut.
  fold integer NOT NULL
);
--> statement-breakpoint
-- Tells the words of another version, so that looking whether the index is complete reads no row.
CREATE INDEX search_documents_by_fold ON search_documents (fold);
--> statement-breakpoint
-- Every word of every story. The tokenizer only parts at spaces; no sizes of columns are needed, but contentless_delete is.
CREATE VIRTUAL TABLE search_texts USING fts5(words, others, subjects, content = '', contentless_delete = 1, tokenize = 'ascii');
--> statement-breakpoint
-- The few words that say what a story is about, so that the best matches are found without reading all texts.
CREATE VIRTUAL TABLE search_heads USING fts5(
  headline, standfirst, names, others, subjects, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);
--> statement-breakpoint
-- Every word that was ever indexed; a word that no story has any more stays and is never shown.
CREATE TABLE search_words (
  word text PRIMARY KEY,
  -- Its letters from the last to the first, by which words with an error in the first half are found.
  reversed text NOT NULL,
  -- See lib/search/sound-key.ts; null for a word without one.
  sound text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX search_words_by_end ON search_words (reversed);
--> statement-breakpoint
CREATE INDEX search_words_by_sound ON search_words (sound) WHERE sound IS NOT NULL;
--> statement-breakpoint
-- The stems of words that differ from the word, by language.
CREATE TABLE search_stems (
  language text NOT NULL,
  stem text NOT NULL,
  word text NOT NULL,
  PRIMARY KEY (language, stem, word)
) WITHOUT ROWID;
