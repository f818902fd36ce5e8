CREATE TABLE `site_faults` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`rule` text NOT NULL,
	`message` text NOT NULL,
	`remedy` text NOT NULL,
	`found_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `site_faults_by_article` ON `site_faults` (`article_id`);