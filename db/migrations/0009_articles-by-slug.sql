CREATE INDEX `articles_by_slug` ON `articles` (`slug`);--> statement-breakpoint
CREATE INDEX `revisions_by_slug` ON `revisions` (`article_id`,("snapshot" ->> '$.slug'));