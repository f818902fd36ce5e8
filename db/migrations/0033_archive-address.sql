-- /archive becomes the paper's archive. A section or a page of that name moves as if somebody had renamed it: its address
-- below, its stories, pages and feeds redirect.
INSERT INTO redirects (from_path, to_path, created_at)
  SELECT '/archive', CASE WHEN EXISTS (SELECT 1 FROM sections WHERE slug = 'the-archive' UNION ALL SELECT 1 FROM pages WHERE slug = 'the-archive')
    THEN '/former-archive' ELSE '/the-archive' END, CAST(unixepoch('subsec') * 1000 AS integer)
  WHERE EXISTS (SELECT 1 FROM sections WHERE slug = 'archive' UNION ALL SELECT 1 FROM pages WHERE slug = 'archive')
  ON CONFLICT (from_path) DO UPDATE SET article_id = NULL, to_path = excluded.to_path;
--> statement-breakpoint
UPDATE redirects SET to_path = (SELECT to_path FROM redirects WHERE from_path = '/archive')
  WHERE to_path = '/archive' AND EXISTS (SELECT 1 FROM sections WHERE slug = 'archive' UNION ALL SELECT 1 FROM pages WHERE slug = 'archive');
--> statement-breakpoint
INSERT INTO staleness (tag, seq, stale_at)
  SELECT value, (SELECT coalesce(max(seq), 0) + 1 FROM staleness), CAST(unixepoch('subsec') * 1000 AS integer)
  FROM json_each('["address:/archive", "site"]')
  WHERE EXISTS (SELECT 1 FROM sections WHERE slug = 'archive' UNION ALL SELECT 1 FROM pages WHERE slug = 'archive')
  ON CONFLICT (tag) DO UPDATE SET seq = excluded.seq, stale_at = excluded.stale_at;
--> statement-breakpoint
UPDATE sections SET slug = (SELECT substr(to_path, 2) FROM redirects WHERE from_path = '/archive') WHERE slug = 'archive';
--> statement-breakpoint
UPDATE pages SET slug = (SELECT substr(to_path, 2) FROM redirects WHERE from_path = '/archive') WHERE slug = 'archive';
