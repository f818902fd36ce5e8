CREATE TABLE `back_link_progress` (
	`id` integer PRIMARY KEY NOT NULL,
	`through` integer NOT NULL,
	CONSTRAINT "back_link_progress_one_row" CHECK("back_link_progress"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `link_batch_stories` (
	`batch_id` integer NOT NULL,
	`source_id` integer NOT NULL,
	`version` integer NOT NULL,
	`body_before` text NOT NULL,
	`placed` text NOT NULL,
	`outcome` text,
	PRIMARY KEY(`batch_id`, `source_id`),
	FOREIGN KEY (`batch_id`) REFERENCES `link_batches`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `link_batch_stories_by_source` ON `link_batch_stories` (`source_id`);--> statement-breakpoint
CREATE TABLE `link_batches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`links` integer NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`undone_at` integer,
	`undone_by` text
);
--> statement-breakpoint
CREATE INDEX `link_batches_by_instant` ON `link_batches` (`made_at`);--> statement-breakpoint
CREATE TABLE `link_proposals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source_id` integer NOT NULL,
	`target_id` integer NOT NULL,
	`rank` integer NOT NULL,
	`reason` text NOT NULL,
	`found_at` integer NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`target_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `link_proposals_by_pair` ON `link_proposals` (`source_id`,`target_id`);--> statement-breakpoint
CREATE INDEX `link_proposals_by_target` ON `link_proposals` (`target_id`);--> statement-breakpoint
CREATE INDEX `link_proposals_by_age` ON `link_proposals` (`found_at`,`target_id`,`rank`);--> statement-breakpoint
ALTER TABLE `settings` ADD `back_links` text DEFAULT 'proposed' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `back_links_per_day` integer DEFAULT 20 NOT NULL;--> statement-breakpoint
-- What came out before an upgrade gets no proposals: nobody waits for them.
INSERT INTO back_link_progress (id, through) SELECT 1, coalesce(max(id), 0) FROM outbox;
