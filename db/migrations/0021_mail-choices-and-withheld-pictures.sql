CREATE TABLE `mail_choices` (
	`user_id` text NOT NULL,
	`topic` text NOT NULL,
	`is_wanted` integer NOT NULL,
	`chosen_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `topic`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `editions` ADD `withheld_pictures` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `notifications` ADD `section_id` integer REFERENCES sections(id) ON DELETE cascade;--> statement-breakpoint
CREATE INDEX `notifications_by_section` ON `notifications` (`section_id`);