-- drizzle-kit leaves the action out of a column that is added.
ALTER TABLE `revisions` ADD `saved_by_id` text REFERENCES users(id) ON DELETE set null;
--> statement-breakpoint
-- Names that one account has, and no other: who else saved stays known by name alone.
UPDATE `revisions` SET `saved_by_id` = (SELECT `id` FROM `users` WHERE `users`.`name` = `revisions`.`saved_by`)
WHERE `saved_by` IN (SELECT `name` FROM `users` GROUP BY `name` HAVING count(*) = 1);
