CREATE TABLE `outside_addresses` (
	`url` text PRIMARY KEY NOT NULL,
	`next_check_at` integer NOT NULL,
	`checked_at` integer,
	`status` integer,
	`problem` text DEFAULT '' NOT NULL,
	`failed_since` integer,
	`failed_days` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outside_addresses_due` ON `outside_addresses` (`next_check_at`,`url`);--> statement-breakpoint
CREATE INDEX `outside_addresses_dead` ON `outside_addresses` (`failed_since`,`url`) WHERE failed_days >= 3;--> statement-breakpoint
CREATE TABLE `outside_links` (
	`source_id` integer NOT NULL,
	`url` text NOT NULL,
	PRIMARY KEY(`source_id`, `url`),
	FOREIGN KEY (`source_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `outside_links_by_url` ON `outside_links` (`url`);--> statement-breakpoint
ALTER TABLE `settings` ADD `checks_outside_links` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- The links of stories that were saved before: in words, and in blocks that lead to another site.
INSERT OR IGNORE INTO outside_links (source_id, url)
  SELECT articles.id, CASE instr(node.value, '#') WHEN 0 THEN node.value ELSE substr(node.value, 1, instr(node.value, '#') - 1) END
  FROM articles, json_tree(articles.body) AS node
  WHERE articles.body LIKE '%"href":"http%' AND node.key = 'href' AND node.value LIKE 'http%';
--> statement-breakpoint
INSERT OR IGNORE INTO outside_links (source_id, url)
  SELECT articles.id, CASE instr(node.value ->> '$.target.url', '#') WHEN 0 THEN node.value ->> '$.target.url'
      ELSE substr(node.value ->> '$.target.url', 1, instr(node.value ->> '$.target.url', '#') - 1) END
  FROM articles, json_each(articles.body) AS node
  WHERE articles.body LIKE '%"kind":"external"%' AND node.value ->> '$.target.kind' = 'external' AND node.value ->> '$.target.url' LIKE 'http%';
--> statement-breakpoint
INSERT OR IGNORE INTO outside_addresses (url, next_check_at) SELECT DISTINCT url, 0 FROM outside_links;
