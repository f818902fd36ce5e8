CREATE TABLE `merged_names` (
	`kind` text NOT NULL,
	`former_id` integer NOT NULL,
	`into_id` integer NOT NULL,
	`name` text NOT NULL,
	`merged_at` integer NOT NULL,
	`merged_by` text NOT NULL,
	PRIMARY KEY(`kind`, `former_id`)
);
--> statement-breakpoint
CREATE INDEX `merged_names_by_target` ON `merged_names` (`kind`,`into_id`);--> statement-breakpoint
ALTER TABLE `authors` ADD `email` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `authors` ADD `links` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `authors` ADD `user_id` text REFERENCES users(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `authors` ADD `awaits_story` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `authors_by_user` ON `authors` (`user_id`);