CREATE TABLE `learned_weights` (
	`id` integer PRIMARY KEY NOT NULL,
	`weights` text,
	`examples` integer NOT NULL,
	`by_hand` real NOT NULL,
	`learned` real NOT NULL,
	`learned_at` integer NOT NULL,
	CONSTRAINT "learned_weights_one_row" CHECK("learned_weights"."id" = 1)
);
