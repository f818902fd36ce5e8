CREATE TABLE `timeline_merges` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`kept_id` integer NOT NULL,
	`merged_at` integer NOT NULL,
	`merged_by` text NOT NULL,
	`before` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `timeline_merges_by_kept` ON `timeline_merges` (`kept_id`,`id`);