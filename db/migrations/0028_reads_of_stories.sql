CREATE TABLE `article_reads` (
	`article_id` integer NOT NULL,
	`hour` integer NOT NULL,
	`reads` integer NOT NULL,
	PRIMARY KEY(`article_id`, `hour`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `article_reads_by_hour` ON `article_reads` (`hour`,`article_id`,`reads`);