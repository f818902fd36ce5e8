-- How many links each story that readers have sends and gets, for the link desk (db/linking/linked-stories.ts). Triggers keep it
-- with links and states. Links of a story to itself do not count.
CREATE TABLE linked_stories (
  article_id integer PRIMARY KEY,
  published_at integer NOT NULL,
  -- from published stories
  inbound integer NOT NULL,
  -- to published stories
  outbound integer NOT NULL,
  -- to stories that are not published: drafts, withdrawn and scheduled ones
  unseen integer NOT NULL
);
--> statement-breakpoint
-- One row: of how many stories each list of the link desk consists.
CREATE TABLE link_totals (
  id integer PRIMARY KEY CHECK (id = 1),
  orphans integer NOT NULL,
  dead_ends integer NOT NULL,
  unseen integer NOT NULL,
  crowded integer NOT NULL
);
--> statement-breakpoint
INSERT INTO linked_stories (article_id, published_at, inbound, outbound, unseen)
  SELECT id, published_at,
    (SELECT count(*) FROM links JOIN articles AS source ON source.id = source_id
      WHERE target_id = articles.id AND source_id <> target_id AND source.state = 'published'),
    (SELECT count(*) FROM links JOIN articles AS target ON target.id = target_id
      WHERE source_id = articles.id AND source_id <> target_id AND target.state = 'published'),
    (SELECT count(*) FROM links JOIN articles AS target ON target.id = target_id
      WHERE source_id = articles.id AND source_id <> target_id AND target.state <> 'published')
  FROM articles WHERE state = 'published';
--> statement-breakpoint
INSERT INTO link_totals (id, orphans, dead_ends, unseen, crowded)
  SELECT 1, coalesce(sum(inbound = 0), 0), coalesce(sum(outbound = 0), 0), coalesce(sum(unseen > 0), 0), coalesce(sum(outbound + unseen > 12), 0)
  FROM linked_stories;
--> statement-breakpoint
CREATE INDEX linked_stories_orphans ON linked_stories (published_at, article_id) WHERE inbound = 0;
--> statement-breakpoint
CREATE INDEX linked_stories_dead_ends ON linked_stories (published_at, article_id) WHERE outbound = 0;
--> statement-breakpoint
CREATE INDEX linked_stories_unseen ON linked_stories (published_at, article_id) WHERE unseen > 0;
--> statement-breakpoint
CREATE INDEX linked_stories_crowded ON linked_stories (published_at, article_id) WHERE outbound + unseen > 12;
--> statement-breakpoint
CREATE TRIGGER linked_stories_added AFTER INSERT ON linked_stories BEGIN
  UPDATE link_totals SET orphans = orphans + (new.inbound = 0), dead_ends = dead_ends + (new.outbound = 0),
    unseen = unseen + (new.unseen > 0), crowded = crowded + (new.outbound + new.unseen > 12);
END;
--> statement-breakpoint
CREATE TRIGGER linked_stories_removed AFTER DELETE ON linked_stories BEGIN
  UPDATE link_totals SET orphans = orphans - (old.inbound = 0), dead_ends = dead_ends - (old.outbound = 0),
    unseen = unseen - (old.unseen > 0), crowded = crowded - (old.outbound + old.unseen > 12);
END;
--> statement-breakpoint
CREATE TRIGGER linked_stories_changed AFTER UPDATE OF inbound, outbound, unseen ON linked_stories
  WHEN (old.inbound = 0, old.outbound = 0, old.unseen > 0, old.outbound + old.unseen > 12)
    IS NOT (new.inbound = 0, new.outbound = 0, new.unseen > 0, new.outbound + new.unseen > 12)
BEGIN
  UPDATE link_totals SET orphans = orphans + (new.inbound = 0) - (old.inbound = 0),
    dead_ends = dead_ends + (new.outbound = 0) - (old.outbound = 0),
    unseen = unseen + (new.unseen > 0) - (old.unseen > 0),
    crowded = crowded + (new.outbound + new.unseen > 12) - (old.outbound + old.unseen > 12);
END;
--> statement-breakpoint
CREATE TRIGGER links_counted AFTER INSERT ON links WHEN new.source_id <> new.target_id BEGIN
  UPDATE linked_stories SET outbound = outbound + 1
    WHERE article_id = new.source_id AND EXISTS (SELECT 1 FROM linked_stories WHERE article_id = new.target_id);
  UPDATE linked_stories SET unseen = unseen + 1
    WHERE article_id = new.source_id AND NOT EXISTS (SELECT 1 FROM linked_stories WHERE article_id = new.target_id);
  UPDATE linked_stories SET inbound = inbound + 1
    WHERE article_id = new.target_id AND EXISTS (SELECT 1 FROM linked_stories WHERE article_id = new.source_id);
END;
--> statement-breakpoint
CREATE TRIGGER links_no_longer_counted AFTER DELETE ON links WHEN old.source_id <> old.target_id BEGIN
  UPDATE linked_stories SET outbound = outbound - 1
    WHERE article_id = old.source_id AND EXISTS (SELECT 1 FROM linked_stories WHERE article_id = old.target_id);
  UPDATE linked_stories SET unseen = unseen - 1
    WHERE article_id = old.source_id AND NOT EXISTS (SELECT 1 FROM linked_stories WHERE article_id = old.target_id);
  UPDATE linked_stories SET inbound = inbound - 1
    WHERE article_id = old.target_id AND EXISTS (SELECT 1 FROM linked_stories WHERE article_id = old.source_id);
END;
--> statement-breakpoint
CREATE TRIGGER articles_linked_from_start AFTER INSERT ON articles WHEN new.state = 'published' BEGIN
  INSERT INTO linked_stories (article_id, published_at, inbound, outbound, unseen) VALUES (new.id, new.published_at, 0, 0, 0);
END;
--> statement-breakpoint
CREATE TRIGGER articles_linked AFTER UPDATE OF state ON articles WHEN new.state = 'published' AND old.state <> 'published' BEGIN
  INSERT INTO linked_stories (article_id, published_at, inbound, outbound, unseen) VALUES (new.id, new.published_at,
    (SELECT count(*) FROM links JOIN linked_stories ON article_id = source_id WHERE target_id = new.id AND source_id <> new.id),
    (SELECT count(*) FROM links JOIN linked_stories ON article_id = target_id WHERE source_id = new.id AND target_id <> new.id),
    (SELECT count(*) FROM links WHERE source_id = new.id AND target_id <> new.id
      AND NOT EXISTS (SELECT 1 FROM linked_stories WHERE article_id = target_id)));
  UPDATE linked_stories SET outbound = outbound + here.links, unseen = unseen - here.links
    FROM (SELECT source_id, count(*) AS links FROM links WHERE target_id = new.id AND source_id <> new.id GROUP BY source_id) AS here
    WHERE article_id = here.source_id;
  UPDATE linked_stories SET inbound = inbound + here.links
    FROM (SELECT target_id, count(*) AS links FROM links WHERE source_id = new.id AND target_id <> new.id GROUP BY target_id) AS here
    WHERE article_id = here.target_id;
END;
--> statement-breakpoint
CREATE TRIGGER articles_no_longer_linked AFTER UPDATE OF state ON articles WHEN old.state = 'published' AND new.state <> 'published' BEGIN
  DELETE FROM linked_stories WHERE article_id = old.id;
  UPDATE linked_stories SET outbound = outbound - here.links, unseen = unseen + here.links
    FROM (SELECT source_id, count(*) AS links FROM links WHERE target_id = old.id AND source_id <> old.id GROUP BY source_id) AS here
    WHERE article_id = here.source_id;
  UPDATE linked_stories SET inbound = inbound - here.links
    FROM (SELECT target_id, count(*) AS links FROM links WHERE source_id = old.id AND target_id <> old.id GROUP BY target_id) AS here
    WHERE article_id = here.target_id;
END;
--> statement-breakpoint
CREATE TRIGGER articles_linked_at_another_time AFTER UPDATE OF published_at ON articles
  WHEN new.state = 'published' AND old.state = 'published' AND new.published_at IS NOT old.published_at
BEGIN
  UPDATE linked_stories SET published_at = new.published_at WHERE article_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER articles_gone_with_links BEFORE DELETE ON articles WHEN old.state = 'published' BEGIN
  DELETE FROM linked_stories WHERE article_id = old.id;
  UPDATE linked_stories SET outbound = outbound - here.links, unseen = unseen + here.links
    FROM (SELECT source_id, count(*) AS links FROM links WHERE target_id = old.id AND source_id <> old.id GROUP BY source_id) AS here
    WHERE article_id = here.source_id;
  UPDATE linked_stories SET inbound = inbound - here.links
    FROM (SELECT target_id, count(*) AS links FROM links WHERE source_id = old.id AND target_id <> old.id GROUP BY target_id) AS here
    WHERE article_id = here.target_id;
END;
