ALTER TABLE `articles` DROP CONSTRAINT "articles_kind";--> statement-breakpoint
ALTER TABLE `articles` ADD CONSTRAINT "articles_kind" CHECK(kind in ('news', 'analysis', 'opinion', 'feature', 'interview', 'review', 'explainer', 'live'));
