CREATE TABLE `article_topics` (
	`article_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`article_id`, `topic_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `article_topics_by_topic` ON `article_topics` (`topic_id`);--> statement-breakpoint
CREATE TABLE `articles` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`state` text NOT NULL,
	`kind` text NOT NULL,
	`headline` text NOT NULL,
	`kicker` text NOT NULL,
	`standfirst` text NOT NULL,
	`body` text NOT NULL,
	`slug` text NOT NULL,
	`section_id` integer NOT NULL,
	`dateline` text NOT NULL,
	`language` text NOT NULL,
	`lead_media_id` integer,
	`seo_title` text,
	`seo_description` text,
	`created_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`published_at` integer,
	`updated_at` integer,
	`embargo_until` integer,
	`withdrawn_at` integer,
	`withdrawal_reason` text DEFAULT '' NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "articles_state" CHECK(state in ('draft', 'in-review', 'scheduled', 'published', 'withdrawn')),
	CONSTRAINT "articles_kind" CHECK(kind in ('news', 'analysis', 'opinion', 'feature', 'interview', 'review', 'explainer')),
	CONSTRAINT "articles_published_has_instant" CHECK(state in ('draft', 'in-review', 'withdrawn') or published_at is not null),
	CONSTRAINT "articles_withdrawn_has_instant" CHECK(state <> 'withdrawn' or withdrawn_at is not null),
	CONSTRAINT "articles_embargo_kept" CHECK(embargo_until is null or published_at is null or published_at >= embargo_until),
	CONSTRAINT "articles_never_updated_before_published" CHECK(updated_at is null or published_at is null or updated_at >= published_at)
);
--> statement-breakpoint
CREATE INDEX `articles_by_publication` ON `articles` (`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_by_section` ON `articles` (`section_id`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_by_withdrawal` ON `articles` (`withdrawn_at`) WHERE "articles"."withdrawn_at" is not null;--> statement-breakpoint
CREATE TABLE `authors` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`role` text DEFAULT '' NOT NULL,
	`bio` text DEFAULT '' NOT NULL,
	`portrait_id` integer,
	FOREIGN KEY (`portrait_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `authors_slug_unique` ON `authors` (`slug`);--> statement-breakpoint
CREATE TABLE `bylines` (
	`article_id` integer NOT NULL,
	`position` integer NOT NULL,
	`author_id` integer,
	`name` text,
	PRIMARY KEY(`article_id`, `position`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bylines_author_or_name" CHECK((author_id is null) <> (name is null))
);
--> statement-breakpoint
CREATE INDEX `bylines_by_author` ON `bylines` (`author_id`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`note` text NOT NULL,
	`corrected_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `corrections_by_article` ON `corrections` (`article_id`,`corrected_at`);--> statement-breakpoint
CREATE INDEX `corrections_by_instant` ON `corrections` (`corrected_at`,`id`);--> statement-breakpoint
CREATE TABLE `demo_items` (
	`kind` text NOT NULL,
	`item_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	PRIMARY KEY(`kind`, `item_id`)
);
--> statement-breakpoint
CREATE TABLE `links` (
	`source_id` integer NOT NULL,
	`position` integer NOT NULL,
	`target_id` integer NOT NULL,
	`place` text NOT NULL,
	`element_id` text NOT NULL,
	PRIMARY KEY(`source_id`, `position`),
	FOREIGN KEY (`source_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`target_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `links_by_target` ON `links` (`target_id`);--> statement-breakpoint
CREATE TABLE `media` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`alt` text NOT NULL,
	`caption` text DEFAULT '' NOT NULL,
	`credit` text DEFAULT '' NOT NULL,
	`width_px` integer NOT NULL,
	`height_px` integer NOT NULL,
	`focal_x` real DEFAULT 0.5 NOT NULL,
	`focal_y` real DEFAULT 0.5 NOT NULL,
	`original` text NOT NULL,
	`files` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `placements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slot` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	`article_id` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `placements_one_place` ON `placements` (`slot`,`label`,`position`);--> statement-breakpoint
CREATE INDEX `placements_by_article` ON `placements` (`article_id`);--> statement-breakpoint
CREATE TABLE `redirects` (
	`from_path` text PRIMARY KEY NOT NULL,
	`article_id` integer,
	`to_path` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "redirects_one_target" CHECK((article_id is null) <> (to_path is null))
);
--> statement-breakpoint
CREATE TABLE `revisions` (
	`article_id` integer NOT NULL,
	`version` integer NOT NULL,
	`snapshot` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`article_id`, `version`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`parent_id` integer,
	`position` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sections_slug_unique` ON `sections` (`slug`);--> statement-breakpoint
CREATE INDEX `sections_by_parent` ON `sections` (`parent_id`,`position`);--> statement-breakpoint
CREATE TABLE `settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`tagline` text NOT NULL,
	`language` text NOT NULL,
	`time_zone` text NOT NULL,
	`organisation` text NOT NULL,
	CONSTRAINT "settings_one_row" CHECK("settings"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `staleness` (
	`tag` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`stale_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staleness_by_seq` ON `staleness` (`seq`);--> statement-breakpoint
CREATE TABLE `standing_pages` (
	`slug` text PRIMARY KEY NOT NULL,
	`headline` text NOT NULL,
	`body` text NOT NULL,
	`saved_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `topics` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topics_slug_unique` ON `topics` (`slug`);