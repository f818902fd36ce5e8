CREATE TABLE `edition_stories` (
	`edition_id` integer NOT NULL,
	`article_id` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `article_id`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `edition_stories_by_article` ON `edition_stories` (`article_id`);--> statement-breakpoint
CREATE TABLE `editions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`section_id` integer,
	`arrangement` text NOT NULL,
	`starts_at` integer NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	`published_by_id` text,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`published_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `editions_by_start` ON `editions` (`section_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `front_clipboard` (
	`user_id` text NOT NULL,
	`article_id` integer NOT NULL,
	`kept_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `article_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `front_clipboard_by_article` ON `front_clipboard` (`article_id`);--> statement-breakpoint
CREATE TABLE `front_drafts` (
	`id` integer PRIMARY KEY NOT NULL,
	`section_id` integer,
	`arrangement` text NOT NULL,
	`version` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`unpublished_since` integer,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `strips` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`label` text NOT NULL,
	`text` text NOT NULL,
	`article_id` integer,
	`link` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	`raised_by` text NOT NULL,
	`raised_by_id` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`raised_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `strips_by_start` ON `strips` (`starts_at`);--> statement-breakpoint
CREATE INDEX `strips_by_article` ON `strips` (`article_id`);--> statement-breakpoint
-- What stands on the front page becomes its first edition. A band is named by its label, in the order of its first place.
INSERT INTO `editions` (`id`, `arrangement`, `starts_at`, `published_at`, `published_by`)
SELECT 1, json_object(
	'lead', json((
		SELECT json_object('articleId', article_id, 'headline', '', 'pictureId', NULL, 'from', starts_at, 'until', ends_at, 'subLinks', json_array())
		FROM placements WHERE slot = 'lead' ORDER BY position, id LIMIT 1
	)),
	'seconds', json((
		SELECT json_group_array(json(card)) FROM (
			SELECT json_object('articleId', article_id, 'headline', '', 'pictureId', NULL, 'from', starts_at, 'until', ends_at, 'subLinks', json_array()) AS card
			FROM placements WHERE slot = 'second' ORDER BY position, id LIMIT 5
		)
	)),
	'bands', json((
		SELECT json_group_array(json(band)) FROM (
			SELECT json_object('id', 'band-' || row_number() OVER (ORDER BY min(position * 1000000000 + id)), 'name', label, 'cards', json((
				SELECT json_group_array(json(card)) FROM (
					SELECT json_object('articleId', article_id, 'headline', '', 'pictureId', NULL, 'from', starts_at, 'until', ends_at, 'subLinks', json_array()) AS card
					FROM placements AS inside WHERE inside.slot = 'band' AND inside.label = outside.label
					ORDER BY position, id LIMIT 12
				)
			))) AS band
			FROM placements AS outside WHERE slot = 'band' GROUP BY label ORDER BY min(position * 1000000000 + id) LIMIT 12
		)
	))
), min(starts_at), min(starts_at), 'The desk'
FROM placements WHERE slot <> 'strip' HAVING count(*) > 0;
--> statement-breakpoint
INSERT INTO `edition_stories` (`edition_id`, `article_id`)
SELECT DISTINCT 1, article_id FROM placements WHERE slot <> 'strip';
--> statement-breakpoint
INSERT INTO `strips` (`label`, `text`, `article_id`, `starts_at`, `ends_at`, `raised_by`)
SELECT label, '', article_id, starts_at, ends_at, 'The desk' FROM placements WHERE slot = 'strip' ORDER BY position DESC, id DESC;
--> statement-breakpoint
-- The demo edition's front page is its own as long as nobody placed anything beside it.
INSERT INTO `demo_items` (`kind`, `item_id`, `fingerprint`)
SELECT 'edition', '1', 'edition'
WHERE EXISTS (SELECT 1 FROM demo_items WHERE kind = 'placement')
AND NOT EXISTS (
	SELECT 1 FROM placements
	WHERE CAST(id AS text) NOT IN (SELECT item_id FROM demo_items WHERE kind = 'placement')
);
--> statement-breakpoint
DELETE FROM `demo_items` WHERE kind = 'placement';
--> statement-breakpoint
DROP TABLE `placements`;
