-- One row an article, rowid = article id, kept by db/search.ts in the transaction that saves the article.
-- Marks (Mn, Mc) belong to words, or Devanagari falls apart at its vowel signs.
CREATE VIRTUAL TABLE article_search USING fts5(
  headline, standfirst, body, names,
  content = '', contentless_delete = 1,
  tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
