DROP INDEX `revisions_by_slug`;--> statement-breakpoint
CREATE INDEX `revisions_by_state_and_slug` ON `revisions` (`article_id`,("snapshot" ->> '$.state'),("snapshot" ->> '$.slug'));