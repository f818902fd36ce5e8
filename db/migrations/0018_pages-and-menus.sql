CREATE TABLE `menus` (
	`place` text PRIMARY KEY NOT NULL,
	`items` text NOT NULL,
	`version` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `page_versions` (
	`page_id` integer NOT NULL,
	`version` integer NOT NULL,
	`headline` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`body` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_by_id` text,
	`reason` text NOT NULL,
	`remark` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`page_id`, `version`),
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`saved_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `page_versions_by_save` ON `page_versions` (`page_id`,`saved_at`);--> statement-breakpoint
CREATE TABLE `pages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`published_version` integer,
	`published_at` integer,
	`changed_at` integer,
	`taken_down_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_slug_unique` ON `pages` (`slug`);--> statement-breakpoint
-- Each standing page as it is becomes the published version of a page.
INSERT INTO `pages` (`slug`, `version`, `published_version`, `published_at`, `changed_at`)
	SELECT `slug`, 1, 1, `saved_at`, `saved_at` FROM `standing_pages` ORDER BY `slug`;--> statement-breakpoint
INSERT INTO `page_versions` (`page_id`, `version`, `headline`, `body`, `saved_at`, `saved_by`, `reason`)
	SELECT `pages`.`id`, 1, `headline`, `body`, `saved_at`, 'The site', 'published'
	FROM `standing_pages` JOIN `pages` ON `pages`.`slug` = `standing_pages`.`slug`;--> statement-breakpoint
DROP TABLE `standing_pages`;