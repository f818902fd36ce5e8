CREATE TABLE `link_pairs` (
	`source_id` integer NOT NULL,
	`target_id` integer NOT NULL,
	`choice` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decided_by` text NOT NULL,
	PRIMARY KEY(`source_id`, `target_id`),
	FOREIGN KEY (`source_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`target_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `link_pairs_by_target` ON `link_pairs` (`target_id`);--> statement-breakpoint
ALTER TABLE `settings` ADD `open_slots` text DEFAULT 'left' NOT NULL;