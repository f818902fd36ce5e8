CREATE TABLE `picture_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`media_id` integer NOT NULL,
	`kind` text NOT NULL,
	`article_id` integer,
	`place` text NOT NULL,
	`happened_at` integer NOT NULL,
	`by` text NOT NULL,
	`replaced_by_id` integer,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`replaced_by_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `picture_events_by_picture` ON `picture_events` (`media_id`,`happened_at`);--> statement-breakpoint
CREATE TABLE `picture_leases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`media_id` integer NOT NULL,
	`kind` text NOT NULL,
	`from_day` text,
	`until_day` text,
	`note` text DEFAULT '' NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `picture_leases_by_picture` ON `picture_leases` (`media_id`);--> statement-breakpoint
CREATE TABLE `picture_uses` (
	`media_id` integer NOT NULL,
	`article_id` integer NOT NULL,
	`state` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`media_id`, `article_id`),
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `picture_uses_by_article` ON `picture_uses` (`article_id`);--> statement-breakpoint
ALTER TABLE `media` ADD `place` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `keywords` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `taken_on` text;--> statement-breakpoint
ALTER TABLE `media` ADD `rights_category` text;--> statement-breakpoint
ALTER TABLE `media` ADD `restrictions` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `is_avif_ahead` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `file_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `added_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `added_by_id` text REFERENCES users(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `media` ADD `search_words` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `deleted_at` integer;--> statement-breakpoint
CREATE INDEX `media_by_original` ON `media` (`original`);--> statement-breakpoint
CREATE INDEX `media_avif_ahead` ON `media` (`id`) WHERE is_avif_ahead = 1;--> statement-breakpoint
update `media` set `search_words` = lower(trim(`alt` || ' ' || `caption` || ' ' || `credit` || ' ' || `creator` || ' ' || `copyright`));--> statement-breakpoint
insert into `picture_uses` (`media_id`, `article_id`, `state`, `since`)
select `media`.`id`, `shown`.`article`, max(case when `shown`.`own` = 0 or `shown`.`state` not in ('published', 'withdrawn') then 'planned' else `shown`.`state` end), min(`shown`.`at`)
from (
  select `lead_media_id` as `picture`, `id` as `article`, 1 as `own`, `state`, coalesce(`published_at`, `saved_at`) as `at` from `articles`
  union all
  select `part`.`value`, `articles`.`id`, 1, `state`, coalesce(`published_at`, `saved_at`) from `articles`, json_tree(`articles`.`body`) `part` where `part`.`key` = 'media'
  union all
  select json_extract(`manuscript`, '$.leadMediaId'), `article_id`, 0, 'draft', `saved_at` from `working_copies`
  union all
  select `part`.`value`, `article_id`, 0, 'draft', `saved_at` from `working_copies`, json_tree(`working_copies`.`manuscript`, '$.body') `part` where `part`.`key` = 'media'
) `shown`
join `media` on `media`.`id` = `shown`.`picture`
group by `media`.`id`, `shown`.`article`;--> statement-breakpoint
insert into `picture_events` (`media_id`, `kind`, `article_id`, `place`, `happened_at`, `by`)
select `picture_uses`.`media_id`, case `picture_uses`.`state` when 'published' then 'published' else 'planned' end, `articles`.`id`, `articles`.`headline`, `picture_uses`.`since`, 'Before this history was kept'
from `picture_uses` join `articles` on `articles`.`id` = `picture_uses`.`article_id`
where `picture_uses`.`state` <> 'withdrawn';
