DROP INDEX `articles_by_publication`;--> statement-breakpoint
DROP INDEX `articles_by_section`;--> statement-breakpoint
CREATE INDEX `articles_by_publication` ON `articles` (`published_at`,`id`,`state`,`withdrawn_at`);--> statement-breakpoint
CREATE INDEX `articles_by_section` ON `articles` (`section_id`,`published_at`,`id`,`state`,`withdrawn_at`);