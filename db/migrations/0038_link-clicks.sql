CREATE TABLE `link_clicks` (
	`day` integer NOT NULL,
	`article_id` integer NOT NULL,
	`block` text NOT NULL,
	`place` integer NOT NULL,
	`item` integer NOT NULL,
	`clicks` integer NOT NULL,
	PRIMARY KEY(`day`, `article_id`, `block`, `place`, `item`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `link_clicks_by_article` ON `link_clicks` (`article_id`);