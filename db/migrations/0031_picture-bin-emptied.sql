ALTER TABLE `media` ADD `emptied_at` integer;--> statement-breakpoint
ALTER TABLE `media` ADD `emptied_by` text;