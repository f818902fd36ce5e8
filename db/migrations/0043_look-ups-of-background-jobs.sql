CREATE INDEX `media_deleted` ON `media` (`deleted_at`) WHERE "media"."deleted_at" is not null;--> statement-breakpoint
CREATE INDEX `redirects_by_article` ON `redirects` (`article_id`);--> statement-breakpoint
CREATE INDEX `deliveries_given_up` ON `deliveries` (`given_up_at`) WHERE "deliveries"."given_up_at" is not null;--> statement-breakpoint
CREATE INDEX `timelines_by_lead` ON `timelines` (`lead_id`);--> statement-breakpoint
CREATE INDEX `picture_events_by_article` ON `picture_events` (`article_id`);--> statement-breakpoint
CREATE INDEX `picture_events_by_replacement` ON `picture_events` (`replaced_by_id`);