CREATE TABLE `unclaimed_files` (
	`stem` text PRIMARY KEY NOT NULL,
	`noted_at` integer NOT NULL
);
