-- What readers' lists hold, and how many stories, so that no list is counted or sorted for a page (db/reading/).
-- Triggers keep it, in the transaction of whatever changes a story, a topic or a byline.
-- A row for each list that a story is in while it is published or scheduled, also before its time and after its end.
CREATE TABLE listed_stories (
  -- 'paper' (with the id 0), 'section', 'topic' or 'author'
  kind text NOT NULL,
  list_id integer NOT NULL,
  published_at integer NOT NULL,
  article_id integer NOT NULL,
  -- null without an end
  withdrawn_at integer,
  PRIMARY KEY (kind, list_id, published_at, article_id)
) WITHOUT ROWID;
--> statement-breakpoint
-- How many stories of listed_stories each list has in a span of so many days of UTC, counted from the year 1: 32 days of
-- every list, and single days of the paper.
CREATE TABLE list_counts (
  kind text NOT NULL,
  list_id integer NOT NULL,
  span_days integer NOT NULL,
  span integer NOT NULL,
  stories integer NOT NULL,
  PRIMARY KEY (kind, list_id, span_days, span)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO listed_stories (kind, list_id, published_at, article_id, withdrawn_at)
  SELECT 'paper', 0, published_at, id, withdrawn_at FROM articles WHERE state IN ('published', 'scheduled') ORDER BY published_at, id;
--> statement-breakpoint
INSERT INTO listed_stories (kind, list_id, published_at, article_id, withdrawn_at)
  SELECT 'section', section_id, published_at, id, withdrawn_at FROM articles WHERE state IN ('published', 'scheduled') ORDER BY section_id, published_at, id;
--> statement-breakpoint
INSERT INTO listed_stories (kind, list_id, published_at, article_id, withdrawn_at)
  SELECT 'topic', topic_id, published_at, id, withdrawn_at FROM article_topics INNER JOIN articles ON id = article_id
  WHERE state IN ('published', 'scheduled') ORDER BY topic_id, published_at, id;
--> statement-breakpoint
INSERT INTO listed_stories (kind, list_id, published_at, article_id, withdrawn_at)
  SELECT DISTINCT 'author', author_id, published_at, id, withdrawn_at FROM bylines INNER JOIN articles ON id = article_id
  WHERE state IN ('published', 'scheduled') AND author_id IS NOT NULL ORDER BY author_id, published_at, id;
--> statement-breakpoint
CREATE INDEX listed_stories_ending ON listed_stories (kind, list_id, withdrawn_at) WHERE withdrawn_at IS NOT NULL;
--> statement-breakpoint
INSERT INTO list_counts (kind, list_id, span_days, span, stories)
  SELECT kind, list_id, 32, (published_at + 62135596800000) / 2764800000, count(*) FROM listed_stories GROUP BY 1, 2, 4;
--> statement-breakpoint
INSERT INTO list_counts (kind, list_id, span_days, span, stories)
  SELECT kind, list_id, 1, (published_at + 62135596800000) / 86400000, count(*) FROM listed_stories WHERE kind = 'paper' GROUP BY 1, 2, 4;
--> statement-breakpoint
CREATE TRIGGER listed_stories_added AFTER INSERT ON listed_stories BEGIN
  INSERT INTO list_counts (kind, list_id, span_days, span, stories)
    VALUES (new.kind, new.list_id, 32, (new.published_at + 62135596800000) / 2764800000, 1)
    ON CONFLICT (kind, list_id, span_days, span) DO UPDATE SET stories = stories + 1;
  INSERT INTO list_counts (kind, list_id, span_days, span, stories)
    SELECT new.kind, new.list_id, 1, (new.published_at + 62135596800000) / 86400000, 1 WHERE new.kind = 'paper'
    ON CONFLICT (kind, list_id, span_days, span) DO UPDATE SET stories = stories + 1;
END;
--> statement-breakpoint
CREATE TRIGGER listed_stories_removed AFTER DELETE ON listed_stories BEGIN
  UPDATE list_counts SET stories = stories - 1
    WHERE kind = old.kind AND list_id = old.list_id AND span_days = 32 AND span = (old.published_at + 62135596800000) / 2764800000;
  DELETE FROM list_counts
    WHERE kind = old.kind AND list_id = old.list_id AND span_days = 32 AND span = (old.published_at + 62135596800000) / 2764800000 AND stories = 0;
  UPDATE list_counts SET stories = stories - 1
    WHERE kind = old.kind AND list_id = old.list_id AND span_days = 1 AND span = (old.published_at + 62135596800000) / 86400000;
  DELETE FROM list_counts
    WHERE kind = old.kind AND list_id = old.list_id AND span_days = 1 AND span = (old.published_at + 62135596800000) / 86400000 AND stories = 0;
END;
--> statement-breakpoint
CREATE TRIGGER articles_listed AFTER INSERT ON articles WHEN new.state IN ('published', 'scheduled') BEGIN
  INSERT INTO listed_stories (kind, list_id, published_at, article_id, withdrawn_at)
    VALUES ('paper', 0, new.published_at, new.id, new.withdrawn_at), ('section', new.section_id, new.published_at, new.id, new.withdrawn_at);
END;
--> statement-breakpoint
CREATE TRIGGER articles_listed_anew AFTER UPDATE OF state, published_at, withdrawn_at, section_id ON articles
  WHEN (old.state IN ('published', 'scheduled')) <> (new.state IN ('published', 'scheduled')) OR new.state IN ('published', 'scheduled')
    AND (old.published_at, old.withdrawn_at, old.section_id) IS NOT (new.published_at, new.withdrawn_at, new.section_id)
BEGIN
  DELETE FROM listed_stories WHERE old.state IN ('published', 'scheduled') AND published_at = old.published_at AND article_id = old.id
    AND kind = 'paper' AND list_id = 0;
  DELETE FROM listed_stories WHERE old.state IN ('published', 'scheduled') AND published_at = old.published_at AND article_id = old.id
    AND kind = 'section' AND list_id = old.section_id;
  DELETE FROM listed_stories WHERE old.state IN ('published', 'scheduled') AND published_at = old.published_at AND article_id = old.id
    AND kind = 'topic' AND list_id IN (SELECT topic_id FROM article_topics WHERE article_id = old.id);
  DELETE FROM listed_stories WHERE old.state IN ('published', 'scheduled') AND published_at = old.published_at AND article_id = old.id
    AND kind = 'author' AND list_id IN (SELECT author_id FROM bylines WHERE article_id = old.id);
  INSERT INTO listed_stories (kind, list_id, published_at, article_id, withdrawn_at)
    SELECT kind, list_id, new.published_at, new.id, new.withdrawn_at FROM (
      SELECT 'paper' AS kind, 0 AS list_id
      UNION ALL SELECT 'section', new.section_id
      UNION ALL SELECT 'topic', topic_id FROM article_topics WHERE article_id = new.id
      UNION ALL SELECT DISTINCT 'author', author_id FROM bylines WHERE article_id = new.id AND author_id IS NOT NULL
    ) WHERE new.state IN ('published', 'scheduled');
END;
--> statement-breakpoint
CREATE TRIGGER articles_no_longer_listed BEFORE DELETE ON articles WHEN old.state IN ('published', 'scheduled') BEGIN
  DELETE FROM listed_stories WHERE kind = 'paper' AND list_id = 0 AND published_at = old.published_at AND article_id = old.id;
  DELETE FROM listed_stories WHERE kind = 'section' AND list_id = old.section_id AND published_at = old.published_at AND article_id = old.id;
  DELETE FROM listed_stories WHERE kind = 'topic' AND list_id IN (SELECT topic_id FROM article_topics WHERE article_id = old.id)
    AND published_at = old.published_at AND article_id = old.id;
  DELETE FROM listed_stories WHERE kind = 'author' AND list_id IN (SELECT author_id FROM bylines WHERE article_id = old.id)
    AND published_at = old.published_at AND article_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER article_topics_listed AFTER INSERT ON article_topics BEGIN
  INSERT INTO listed_stories (kind, list_id, published_at, article_id, withdrawn_at)
    SELECT 'topic', new.topic_id, published_at, id, withdrawn_at FROM articles
    WHERE id = new.article_id AND state IN ('published', 'scheduled');
END;
--> statement-breakpoint
CREATE TRIGGER article_topics_no_longer_listed AFTER DELETE ON article_topics BEGIN
  DELETE FROM listed_stories WHERE kind = 'topic' AND list_id = old.topic_id AND article_id = old.article_id
    AND published_at = (SELECT published_at FROM articles WHERE id = old.article_id);
END;
--> statement-breakpoint
CREATE TRIGGER article_topics_listed_anew AFTER UPDATE OF topic_id ON article_topics WHEN old.topic_id <> new.topic_id BEGIN
  DELETE FROM listed_stories WHERE kind = 'topic' AND list_id = old.topic_id AND article_id = old.article_id
    AND published_at = (SELECT published_at FROM articles WHERE id = old.article_id);
  INSERT INTO listed_stories (kind, list_id, published_at, article_id, withdrawn_at)
    SELECT 'topic', new.topic_id, published_at, id, withdrawn_at FROM articles
    WHERE id = new.article_id AND state IN ('published', 'scheduled');
END;
--> statement-breakpoint
-- A story has one row in the list of an author, however often the name stands above it.
CREATE TRIGGER bylines_listed AFTER INSERT ON bylines
  WHEN new.author_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM bylines WHERE article_id = new.article_id AND author_id = new.author_id AND position <> new.position)
BEGIN
  INSERT INTO listed_stories (kind, list_id, published_at, article_id, withdrawn_at)
    SELECT 'author', new.author_id, published_at, id, withdrawn_at FROM articles
    WHERE id = new.article_id AND state IN ('published', 'scheduled');
END;
--> statement-breakpoint
CREATE TRIGGER bylines_no_longer_listed AFTER DELETE ON bylines
  WHEN old.author_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bylines WHERE article_id = old.article_id AND author_id = old.author_id)
BEGIN
  DELETE FROM listed_stories WHERE kind = 'author' AND list_id = old.author_id AND article_id = old.article_id
    AND published_at = (SELECT published_at FROM articles WHERE id = old.article_id);
END;
--> statement-breakpoint
CREATE TRIGGER bylines_listed_anew AFTER UPDATE OF author_id ON bylines WHEN old.author_id IS NOT new.author_id BEGIN
  DELETE FROM listed_stories WHERE kind = 'author' AND list_id = old.author_id AND article_id = old.article_id
    AND published_at = (SELECT published_at FROM articles WHERE id = old.article_id)
    AND NOT EXISTS (SELECT 1 FROM bylines WHERE article_id = old.article_id AND author_id = old.author_id);
  INSERT INTO listed_stories (kind, list_id, published_at, article_id, withdrawn_at)
    SELECT 'author', new.author_id, published_at, id, withdrawn_at FROM articles
    WHERE id = new.article_id AND state IN ('published', 'scheduled') AND new.author_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM bylines WHERE article_id = new.article_id AND author_id = new.author_id AND position <> new.position);
END;
--> statement-breakpoint
-- The corrections are counted likewise, by their own instants and whatever their articles are.
INSERT INTO list_counts (kind, list_id, span_days, span, stories)
  SELECT 'corrections', 0, 32, (corrected_at + 62135596800000) / 2764800000, count(*) FROM corrections GROUP BY 4;
--> statement-breakpoint
CREATE TRIGGER corrections_added AFTER INSERT ON corrections BEGIN
  INSERT INTO list_counts (kind, list_id, span_days, span, stories)
    VALUES ('corrections', 0, 32, (new.corrected_at + 62135596800000) / 2764800000, 1)
    ON CONFLICT (kind, list_id, span_days, span) DO UPDATE SET stories = stories + 1;
END;
--> statement-breakpoint
CREATE TRIGGER corrections_removed AFTER DELETE ON corrections BEGIN
  UPDATE list_counts SET stories = stories - 1
    WHERE kind = 'corrections' AND list_id = 0 AND span_days = 32 AND span = (old.corrected_at + 62135596800000) / 2764800000;
  DELETE FROM list_counts
    WHERE kind = 'corrections' AND list_id = 0 AND span_days = 32 AND span = (old.corrected_at + 62135596800000) / 2764800000 AND stories = 0;
END;
--> statement-breakpoint
CREATE TRIGGER corrections_redated AFTER UPDATE OF corrected_at ON corrections WHEN old.corrected_at <> new.corrected_at BEGIN
  UPDATE list_counts SET stories = stories - 1
    WHERE kind = 'corrections' AND list_id = 0 AND span_days = 32 AND span = (old.corrected_at + 62135596800000) / 2764800000;
  DELETE FROM list_counts
    WHERE kind = 'corrections' AND list_id = 0 AND span_days = 32 AND span = (old.corrected_at + 62135596800000) / 2764800000 AND stories = 0;
  INSERT INTO list_counts (kind, list_id, span_days, span, stories)
    VALUES ('corrections', 0, 32, (new.corrected_at + 62135596800000) / 2764800000, 1)
    ON CONFLICT (kind, list_id, span_days, span) DO UPDATE SET stories = stories + 1;
END;
