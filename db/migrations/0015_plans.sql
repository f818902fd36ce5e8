CREATE TABLE `emptied_drafts` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`emptied_at` integer NOT NULL,
	`emptied_by` text NOT NULL,
	`emptied_by_id` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`emptied_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `emptied_drafts_by_instant` ON `emptied_drafts` (`emptied_at`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`article_id` integer NOT NULL,
	`note_id` integer,
	`kind` text NOT NULL,
	`caused_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	`mailed_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`note_id`) REFERENCES `notes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notifications_by_user` ON `notifications` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `notifications_by_article` ON `notifications` (`article_id`);--> statement-breakpoint
CREATE INDEX `notifications_by_note` ON `notifications` (`note_id`);--> statement-breakpoint
CREATE TABLE `story_plans` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`deadline` integer,
	`assignee_id` text,
	`note` text DEFAULT '' NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assignee_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `story_plans_by_deadline` ON `story_plans` (`deadline`,`article_id`);--> statement-breakpoint
CREATE INDEX `story_plans_by_assignee` ON `story_plans` (`assignee_id`,`article_id`);--> statement-breakpoint
ALTER TABLE `notes` ADD `resolved_by` text;--> statement-breakpoint
ALTER TABLE `notes` ADD `reply_to_id` integer REFERENCES notes(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `notes` ADD `passage` text;--> statement-breakpoint
ALTER TABLE `notes` ADD `version` integer;--> statement-breakpoint
ALTER TABLE `notes` ADD `preview_link_id` integer REFERENCES preview_links(id) ON DELETE set null;--> statement-breakpoint
CREATE INDEX `notes_by_preview_link` ON `notes` (`preview_link_id`);--> statement-breakpoint
CREATE INDEX `notes_by_thread` ON `notes` (`reply_to_id`);--> statement-breakpoint
ALTER TABLE `preview_links` ADD `version` integer;--> statement-breakpoint
ALTER TABLE `preview_links` ADD `recipient` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `articles_unpublished` ON `articles` (`state`,`saved_at`) WHERE state in ('draft', 'in-review');