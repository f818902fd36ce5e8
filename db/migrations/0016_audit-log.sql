CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`actor_kind` text NOT NULL,
	`user_id` text,
	`actor_name` text NOT NULL,
	`token_id` integer,
	`token_name` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`thing_id` text NOT NULL,
	`thing_name` text NOT NULL,
	`detail` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_by_instant` ON `audit_log` (`at`);--> statement-breakpoint
CREATE INDEX `audit_log_by_user` ON `audit_log` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_by_action` ON `audit_log` (`action`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_by_thing` ON `audit_log` (`thing_id`,`action`,`id`);--> statement-breakpoint
-- What the account log and the history of the stories tell of the time before.
INSERT INTO `audit_log` (`at`, `action`, `actor_kind`, `user_id`, `actor_name`, `address`, `thing_id`, `thing_name`, `detail`)
SELECT `at`, `action`, `actor_kind`, `user_id`, `actor_name`, `address`, `thing_id`, `thing_name`, `detail` FROM (
	SELECT e.at, 'account ' || CASE e.kind
		WHEN 'sign-in-failed' THEN 'sign-in failed'
		WHEN 'second-step-failed' THEN 'second step failed'
		WHEN 'password-changed' THEN 'password changed'
		WHEN 'password-reset' THEN 'password set by a link'
		WHEN 'role-changed' THEN 'role changed'
		WHEN 'second-step-on' THEN 'second step set up'
		WHEN 'second-step-off' THEN 'second step removed'
		WHEN 'backup-codes-made' THEN 'backup codes made'
		WHEN 'passkey-added' THEN 'passkey added'
		WHEN 'passkey-removed' THEN 'passkey removed'
		ELSE e.kind END AS action,
		'person' AS actor_kind, NULL AS user_id, e.by AS actor_name, e.address AS address,
		coalesce((SELECT id FROM users WHERE users.email = e.email), '') AS thing_id, e.email AS thing_name,
		e.detail AS detail, 0 AS kind, e.id AS place
	FROM account_events e
	UNION ALL
	SELECT r.saved_at, 'story ' || r.reason,
		CASE WHEN r.saved_by_id IS NOT NULL THEN 'person' WHEN r.saved_by = 'The schedule' THEN 'site' ELSE 'command' END,
		r.saved_by_id, CASE WHEN r.saved_by_id IS NULL AND r.saved_by = 'The schedule' THEN '' ELSE r.saved_by END, '',
		CAST(r.article_id AS text), coalesce(r.snapshot ->> '$.headline', ''), r.remark, 1, r.article_id * 100000 + r.version
	FROM revisions r
	WHERE r.reason NOT IN ('saved', 'carried over')
) ORDER BY at, kind, place;
--> statement-breakpoint
CREATE TRIGGER `audit_log_never_changes` BEFORE UPDATE ON `audit_log` BEGIN
	SELECT raise(ABORT, 'an entry of the audit log never changes');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_is_kept` BEFORE DELETE ON `audit_log`
WHEN old.action NOT IN ('account sign-in failed', 'account second step failed') BEGIN
	SELECT raise(ABORT, 'an entry of the audit log is kept');
END;
--> statement-breakpoint
DROP TABLE `account_events`;