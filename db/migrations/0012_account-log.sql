CREATE TABLE `account_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`email` text NOT NULL,
	`by` text NOT NULL,
	`address` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `account_events_by_kind` ON `account_events` (`kind`,`id`);--> statement-breakpoint
ALTER TABLE `one_time_links` ADD `created_by_id` text;--> statement-breakpoint
ALTER TABLE `preview_links` ADD `created_by_id` text;