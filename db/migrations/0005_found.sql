ALTER TABLE `articles` ADD `translation_of_id` integer REFERENCES articles(id) ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `is_unlisted` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `articles_by_original` ON `articles` (`translation_of_id`) WHERE "articles"."translation_of_id" is not null;--> statement-breakpoint
ALTER TABLE `media` ADD `creator` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `copyright` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `licence_url` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `acquire_url` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `distribution` text DEFAULT '{"feedText":"full","aiCrawlers":{"training":false,"search":true,"visiting":true}}' NOT NULL;