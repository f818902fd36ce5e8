CREATE TABLE `event_marks` (
	`article_id` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `event_pairs` (
	`one_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	`likeness` real NOT NULL,
	PRIMARY KEY(`one_id`, `other_id`),
	FOREIGN KEY (`one_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "event_pairs_in_order" CHECK("event_pairs"."one_id" < "event_pairs"."other_id")
);
--> statement-breakpoint
CREATE INDEX `event_pairs_by_other` ON `event_pairs` (`other_id`);--> statement-breakpoint
CREATE TABLE `proposed_stories` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`proposal_id` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `proposed_stories_by_proposal` ON `proposed_stories` (`proposal_id`);--> statement-breakpoint
CREATE TABLE `refused_stories` (
	`refusal_id` integer NOT NULL,
	`article_id` integer NOT NULL,
	PRIMARY KEY(`refusal_id`, `article_id`),
	FOREIGN KEY (`refusal_id`) REFERENCES `timeline_refusals`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `refused_stories_by_article` ON `refused_stories` (`article_id`);--> statement-breakpoint
CREATE TABLE `timeline_refusals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`refused_at` integer NOT NULL,
	`refused_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `timeline_removals` (
	`timeline_id` integer NOT NULL,
	`article_id` integer NOT NULL,
	`removed_at` integer NOT NULL,
	`removed_by` text NOT NULL,
	PRIMARY KEY(`timeline_id`, `article_id`),
	FOREIGN KEY (`timeline_id`) REFERENCES `timelines`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `timeline_removals_by_article` ON `timeline_removals` (`article_id`);--> statement-breakpoint
CREATE TABLE `timeline_stories` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`timeline_id` integer NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`timeline_id`) REFERENCES `timelines`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `timeline_stories_by_timeline` ON `timeline_stories` (`timeline_id`);--> statement-breakpoint
CREATE TABLE `timelines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`introduction` text DEFAULT '' NOT NULL,
	`language` text NOT NULL,
	`lead_id` integer,
	`created_at` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`lead_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `timelines_slug_unique` ON `timelines` (`slug`);--> statement-breakpoint
ALTER TABLE `settings` ADD `found_timelines` text DEFAULT 'proposed' NOT NULL;
--> statement-breakpoint
-- The stories of a timeline are listed and counted like those of a topic (0032).
CREATE TRIGGER timeline_stories_listed AFTER INSERT ON timeline_stories BEGIN
  INSERT INTO listed_stories (kind, list_id, published_at, article_id, withdrawn_at)
    SELECT 'timeline', new.timeline_id, published_at, id, withdrawn_at FROM articles
    WHERE id = new.article_id AND state IN ('published', 'scheduled');
END;
--> statement-breakpoint
CREATE TRIGGER timeline_stories_no_longer_listed AFTER DELETE ON timeline_stories BEGIN
  DELETE FROM listed_stories WHERE kind = 'timeline' AND list_id = old.timeline_id AND article_id = old.article_id
    AND published_at = (SELECT published_at FROM articles WHERE id = old.article_id);
END;
--> statement-breakpoint
CREATE TRIGGER timeline_stories_listed_anew AFTER UPDATE OF timeline_id ON timeline_stories WHEN old.timeline_id <> new.timeline_id BEGIN
  DELETE FROM listed_stories WHERE kind = 'timeline' AND list_id = old.timeline_id AND article_id = old.article_id
    AND published_at = (SELECT published_at FROM articles WHERE id = old.article_id);
  INSERT INTO listed_stories (kind, list_id, published_at, article_id, withdrawn_at)
    SELECT 'timeline', new.timeline_id, published_at, id, withdrawn_at FROM articles
    WHERE id = new.article_id AND state IN ('published', 'scheduled');
END;
--> statement-breakpoint
CREATE TRIGGER articles_listed_anew_in_timeline AFTER UPDATE OF state, published_at, withdrawn_at ON articles
  WHEN (old.state IN ('published', 'scheduled')) <> (new.state IN ('published', 'scheduled')) OR new.state IN ('published', 'scheduled')
    AND (old.published_at, old.withdrawn_at) IS NOT (new.published_at, new.withdrawn_at)
BEGIN
  DELETE FROM listed_stories WHERE old.state IN ('published', 'scheduled') AND published_at = old.published_at AND article_id = old.id
    AND kind = 'timeline' AND list_id IN (SELECT timeline_id FROM timeline_stories WHERE article_id = old.id);
  INSERT INTO listed_stories (kind, list_id, published_at, article_id, withdrawn_at)
    SELECT 'timeline', timeline_id, new.published_at, new.id, new.withdrawn_at FROM timeline_stories
    WHERE article_id = new.id AND new.state IN ('published', 'scheduled');
END;
--> statement-breakpoint
CREATE TRIGGER articles_no_longer_listed_in_timeline BEFORE DELETE ON articles WHEN old.state IN ('published', 'scheduled') BEGIN
  DELETE FROM listed_stories WHERE kind = 'timeline' AND list_id IN (SELECT timeline_id FROM timeline_stories WHERE article_id = old.id)
    AND published_at = old.published_at AND article_id = old.id;
END;
--> statement-breakpoint
-- The site looks for others of the same event when a story is published, changed or withdrawn, whoever did it.
CREATE TRIGGER articles_marked AFTER INSERT ON articles WHEN new.state = 'published' BEGIN
  INSERT INTO event_marks (article_id) VALUES (new.id) ON CONFLICT (article_id) DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER articles_marked_anew AFTER UPDATE OF state, published_at, headline, standfirst, body, language ON articles
  WHEN (old.state = 'published' OR new.state = 'published')
    AND (old.state, old.published_at, old.headline, old.standfirst, old.body, old.language)
      IS NOT (new.state, new.published_at, new.headline, new.standfirst, new.body, new.language)
BEGIN
  INSERT INTO event_marks (article_id) VALUES (new.id) ON CONFLICT (article_id) DO NOTHING;
END;
--> statement-breakpoint
INSERT INTO event_marks (article_id) SELECT id FROM articles WHERE state = 'published';
--> statement-breakpoint
-- /timelines becomes an address of the site. A section or a page of that name moves as if somebody had renamed it: its
-- address below, its stories, pages and feeds redirect.
INSERT INTO redirects (from_path, to_path, created_at)
  SELECT '/timelines', CASE WHEN EXISTS (SELECT 1 FROM sections WHERE slug = 'the-timelines' UNION ALL SELECT 1 FROM pages WHERE slug = 'the-timelines')
    THEN '/former-timelines' ELSE '/the-timelines' END, CAST(unixepoch('subsec') * 1000 AS integer)
  WHERE EXISTS (SELECT 1 FROM sections WHERE slug = 'timelines' UNION ALL SELECT 1 FROM pages WHERE slug = 'timelines')
  ON CONFLICT (from_path) DO UPDATE SET article_id = NULL, to_path = excluded.to_path;
--> statement-breakpoint
UPDATE redirects SET to_path = (SELECT to_path FROM redirects WHERE from_path = '/timelines')
  WHERE to_path = '/timelines' AND EXISTS (SELECT 1 FROM sections WHERE slug = 'timelines' UNION ALL SELECT 1 FROM pages WHERE slug = 'timelines');
--> statement-breakpoint
INSERT INTO staleness (tag, seq, stale_at)
  SELECT value, (SELECT coalesce(max(seq), 0) + 1 FROM staleness), CAST(unixepoch('subsec') * 1000 AS integer)
  FROM json_each('["address:/timelines", "site"]')
  WHERE EXISTS (SELECT 1 FROM sections WHERE slug = 'timelines' UNION ALL SELECT 1 FROM pages WHERE slug = 'timelines')
  ON CONFLICT (tag) DO UPDATE SET seq = excluded.seq, stale_at = excluded.stale_at;
--> statement-breakpoint
UPDATE sections SET slug = (SELECT substr(to_path, 2) FROM redirects WHERE from_path = '/timelines') WHERE slug = 'timelines';
--> statement-breakpoint
UPDATE pages SET slug = (SELECT substr(to_path, 2) FROM redirects WHERE from_path = '/timelines') WHERE slug = 'timelines';
