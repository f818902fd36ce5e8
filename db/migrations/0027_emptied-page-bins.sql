ALTER TABLE `pages` ADD `emptied_at` integer;--> statement-breakpoint
ALTER TABLE `pages` ADD `emptied_by` text;