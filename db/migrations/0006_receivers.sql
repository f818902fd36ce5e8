CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`receiver_id` integer NOT NULL,
	`key` text NOT NULL,
	`about` text NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`delivered_at` integer,
	`given_up_at` integer,
	`last_answer_at` integer,
	`last_status` integer,
	`last_answer` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`receiver_id`) REFERENCES `receivers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_by_key` ON `deliveries` (`receiver_id`,`key`);--> statement-breakpoint
CREATE INDEX `deliveries_waiting` ON `deliveries` (`receiver_id`,`next_attempt_at`) WHERE "deliveries"."delivered_at" is null and "deliveries"."given_up_at" is null;--> statement-breakpoint
CREATE INDEX `deliveries_by_creation` ON `deliveries` (`created_at`);--> statement-breakpoint
CREATE TABLE `receivers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`terms` text NOT NULL,
	`is_on` integer NOT NULL,
	`told_through` integer NOT NULL,
	`purged_through` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
-- By hand, to the end: letters to owners go on where the old outbox stood. What it had delivered is not told again.
DELETE FROM `outbox` WHERE `delivered_at` IS NOT NULL;--> statement-breakpoint
INSERT INTO `receivers` (`kind`, `name`, `terms`, `is_on`, `told_through`, `purged_through`, `created_at`)
SELECT 'letters', 'Letters to owners', '{"kind":"letters"}', 1,
	coalesce((SELECT min(`id`) - 1 FROM `outbox`), (SELECT `seq` FROM `sqlite_sequence` WHERE `name` = 'outbox'), 0),
	0, unixepoch() * 1000;--> statement-breakpoint
DROP INDEX `outbox_waiting`;--> statement-breakpoint
ALTER TABLE `outbox` DROP COLUMN `attempts`;--> statement-breakpoint
ALTER TABLE `outbox` DROP COLUMN `next_attempt_at`;--> statement-breakpoint
ALTER TABLE `outbox` DROP COLUMN `delivered_at`;--> statement-breakpoint
ALTER TABLE `outbox` DROP COLUMN `last_problem`;