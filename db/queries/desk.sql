-- Queries of the desk
-- Written by `npm run queries`; below each query how SQLite answers it (EXPLAIN QUERY PLAN).

-- today: 20 queries

select "name", "tagline", "language", "time_zone", "organisation", "distribution", "marks"
  from "settings"
  where "settings"."id" = ?;
--   SEARCH settings USING INTEGER PRIMARY KEY (rowid=?)

select count(*), min("published_at")
  from "articles"
  where "articles"."state" = 'scheduled' and "articles"."published_at" <= ?;
--   SEARCH articles USING COVERING INDEX articles_due (published_at<?)

select count(*), min("withdrawn_at")
  from "articles"
  where "articles"."withdrawn_at" is not null and "articles"."state" in ('scheduled', 'published') and "articles"."withdrawn_at" <= ?;
--   SEARCH articles USING INDEX articles_ending (withdrawn_at>? AND withdrawn_at<?)

select count(*)
  from "late_runs"
  where "late_runs"."ran_at" >= ?;
--   SCAN late_runs

select count(*)
  from "articles"
  where (("articles"."state" in ('draft', 'in-review') and "articles"."id" in (select "story_plans"."article_id"
  from "story_plans"
  where "story_plans"."deadline" > ? and "story_plans"."deadline" < ?)) and "articles"."deleted_at" is null);
--   SEARCH articles USING INDEX articles_unpublished (state=?)
--   LIST SUBQUERY 1
--   SEARCH story_plans USING COVERING INDEX story_plans_by_deadline (deadline>? AND deadline<?)
--   CREATE BLOOM FILTER

select "articles"."id", "articles"."version", "articles"."headline", "articles"."language", "sections"."name", case when "articles"."state" not in (?, ?) then "articles"."state" when "articles"."published_at" > ? then 'scheduled' when "articles"."withdrawn_at" <= ? then 'withdrawn' else 'published' end, "articles"."published_at", "articles"."withdrawn_at", json_array_length("articles"."body") = 0, "story_plans"."deadline", "story_plans"."note", "users"."id", "users"."name"
  from "articles"
  left join "story_plans" on "story_plans"."article_id" = "articles"."id"
  left join "users" on "users"."id" = "story_plans"."assignee_id"
  left join "sections" on "sections"."id" = "articles"."section_id"
  where (("articles"."state" in ('draft', 'in-review') and "articles"."id" in (select "story_plans"."article_id"
  from "story_plans"
  where "story_plans"."deadline" > ? and "story_plans"."deadline" < ?)) and "articles"."deleted_at" is null)
  order by "story_plans"."deadline" is null, "story_plans"."deadline", "articles"."id" asc
  limit ?;
--   SEARCH articles USING INDEX articles_unpublished (state=?)
--   LIST SUBQUERY 1
--   SEARCH story_plans USING COVERING INDEX story_plans_by_deadline (deadline>? AND deadline<?)
--   CREATE BLOOM FILTER
--   SEARCH story_plans USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?) LEFT-JOIN
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   USE TEMP B-TREE FOR ORDER BY

select count(*)
  from "articles"
  where ("articles"."state" in ('draft', 'in-review') and "articles"."state" = 'in-review' and "articles"."deleted_at" is null);
--   SEARCH articles USING INDEX articles_unpublished (state=?)

select "articles"."id", "articles"."version", "articles"."headline", "articles"."language", "sections"."name", case when "articles"."state" not in (?, ?) then "articles"."state" when "articles"."published_at" > ? then 'scheduled' when "articles"."withdrawn_at" <= ? then 'withdrawn' else 'published' end, "articles"."published_at", "articles"."withdrawn_at", json_array_length("articles"."body") = 0, "story_plans"."deadline", "story_plans"."note", "users"."id", "users"."name"
  from "articles"
  left join "story_plans" on "story_plans"."article_id" = "articles"."id"
  left join "users" on "users"."id" = "story_plans"."assignee_id"
  left join "sections" on "sections"."id" = "articles"."section_id"
  where ("articles"."state" in ('draft', 'in-review') and "articles"."state" = 'in-review' and "articles"."deleted_at" is null)
  order by "articles"."saved_at", "articles"."id" asc
  limit ?;
--   SEARCH articles USING INDEX articles_unpublished (state=?)
--   SEARCH story_plans USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?) LEFT-JOIN
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select count(*)
  from "articles"
  where ("articles"."state" = 'scheduled' and "articles"."published_at" > ? and "articles"."deleted_at" is null);
--   SEARCH articles USING INDEX articles_due (published_at>?)

select "articles"."id", "articles"."version", "articles"."headline", "articles"."language", "sections"."name", case when "articles"."state" not in (?, ?) then "articles"."state" when "articles"."published_at" > ? then 'scheduled' when "articles"."withdrawn_at" <= ? then 'withdrawn' else 'published' end, "articles"."published_at", "articles"."withdrawn_at", json_array_length("articles"."body") = 0, "story_plans"."deadline", "story_plans"."note", "users"."id", "users"."name"
  from "articles"
  left join "story_plans" on "story_plans"."article_id" = "articles"."id"
  left join "users" on "users"."id" = "story_plans"."assignee_id"
  left join "sections" on "sections"."id" = "articles"."section_id"
  where ("articles"."state" = 'scheduled' and "articles"."published_at" > ? and "articles"."deleted_at" is null)
  order by "articles"."published_at", "articles"."id" asc
  limit ?;
--   SEARCH articles USING INDEX articles_due (published_at>?)
--   SEARCH story_plans USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?) LEFT-JOIN
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select count(*)
  from "articles"
  where ((("articles"."state" in ('draft', 'in-review') and "articles"."id" in (select "story_plans"."article_id"
  from "story_plans"
  where "story_plans"."deadline" <= ?)) or ("articles"."id" in (select "late_runs"."article_id"
  from "late_runs"
  where "late_runs"."event" = 'published' and "late_runs"."ran_at" >= ? and "late_runs"."ran_at" - "late_runs"."due_at" > ?) or ("articles"."state" = 'scheduled' and "articles"."published_at" < ?))) and "articles"."deleted_at" is null);
--   MULTI-INDEX OR
--   INDEX 1
--   LIST SUBQUERY 1
--   SEARCH story_plans USING COVERING INDEX story_plans_by_deadline (deadline<?)
--   CREATE BLOOM FILTER
--   SEARCH articles USING INDEX articles_unpublished (state=?)
--   INDEX 2
--   LIST SUBQUERY 2
--   SCAN late_runs
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   INDEX 3
--   SEARCH articles USING INDEX articles_due (published_at<?)

select "articles"."id", "articles"."version", "articles"."headline", "articles"."language", "sections"."name", case when "articles"."state" not in (?, ?) then "articles"."state" when "articles"."published_at" > ? then 'scheduled' when "articles"."withdrawn_at" <= ? then 'withdrawn' else 'published' end, "articles"."published_at", "articles"."withdrawn_at", json_array_length("articles"."body") = 0, "story_plans"."deadline", "story_plans"."note", "users"."id", "users"."name"
  from "articles"
  left join "story_plans" on "story_plans"."article_id" = "articles"."id"
  left join "users" on "users"."id" = "story_plans"."assignee_id"
  left join "sections" on "sections"."id" = "articles"."section_id"
  where ((("articles"."state" in ('draft', 'in-review') and "articles"."id" in (select "story_plans"."article_id"
  from "story_plans"
  where "story_plans"."deadline" <= ?)) or ("articles"."id" in (select "late_runs"."article_id"
  from "late_runs"
  where "late_runs"."event" = 'published' and "late_runs"."ran_at" >= ? and "late_runs"."ran_at" - "late_runs"."due_at" > ?) or ("articles"."state" = 'scheduled' and "articles"."published_at" < ?))) and "articles"."deleted_at" is null)
  order by "story_plans"."deadline" is null, "story_plans"."deadline", "articles"."id" asc
  limit ?;
--   MULTI-INDEX OR
--   INDEX 1
--   LIST SUBQUERY 1
--   SEARCH story_plans USING COVERING INDEX story_plans_by_deadline (deadline<?)
--   CREATE BLOOM FILTER
--   SEARCH articles USING INDEX articles_unpublished (state=?)
--   INDEX 2
--   LIST SUBQUERY 2
--   SCAN late_runs
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   INDEX 3
--   SEARCH articles USING INDEX articles_due (published_at<?)
--   LIST SUBQUERY 1
--   SEARCH story_plans USING COVERING INDEX story_plans_by_deadline (deadline<?)
--   CREATE BLOOM FILTER
--   LIST SUBQUERY 2
--   SCAN late_runs
--   CREATE BLOOM FILTER
--   SEARCH story_plans USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?) LEFT-JOIN
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   USE TEMP B-TREE FOR ORDER BY

select count(*)
  from "articles"
  where (("articles"."state" in ('draft', 'in-review') and "articles"."id" in (select "story_plans"."article_id"
  from "story_plans"
  where "story_plans"."assignee_id" is null)) and "articles"."deleted_at" is null);
--   SEARCH articles USING INDEX articles_unpublished (state=?)
--   LIST SUBQUERY 1
--   SEARCH story_plans USING COVERING INDEX story_plans_by_assignee (assignee_id=?)
--   CREATE BLOOM FILTER

select count(*)
  from "articles"
  where ((("articles"."published_at" > ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?))) and not exists (select 1
  from "links"
  where "links"."source_id" = "articles"."id")) and "articles"."deleted_at" is null);
--   SEARCH articles USING INDEX articles_by_publication (published_at>? AND published_at<?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH links USING COVERING INDEX sqlite_autoindex_links_1 (source_id=?)

select count(*)
  from "articles"
  where ((("articles"."published_at" > ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?))) and "articles"."lead_media_id" is null) and "articles"."deleted_at" is null);
--   SEARCH articles USING INDEX articles_by_publication (published_at>? AND published_at<?)

select cast(("published_at" - ?) / ? as integer), count(*)
  from "articles"
  where ("articles"."published_at" >= ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)))
  group by cast(("articles"."published_at" - ?) / ? as integer);
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at>? AND published_at<?)
--   USE TEMP B-TREE FOR GROUP BY

select "id", "name", "parent_id", (select count(*)
  from "articles"
  where ("articles"."section_id" = "sections"."id" and "articles"."published_at" >= ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?))))
  from "sections";
--   SCAN sections
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH articles USING COVERING INDEX articles_by_section (section_id=? AND published_at>? AND published_at<?)

select "article_reads"."article_id"
  from "article_reads"
  inner join "articles" on "articles"."id" = "article_reads"."article_id"
  where ("article_reads"."hour" >= ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)))
  group by "article_reads"."article_id"
  order by sum("article_reads"."reads") desc, "article_reads"."article_id" desc
  limit ?;
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at<?)
--   SEARCH article_reads USING INDEX sqlite_autoindex_article_reads_1 (article_id=? AND hour>?)
--   USE TEMP B-TREE FOR GROUP BY
--   USE TEMP B-TREE FOR ORDER BY

select "article_id", sum("reads")
  from "article_reads"
  where ("article_reads"."article_id" in (select value
  from json_each(?)) and "article_reads"."hour" >= ?)
  group by "article_reads"."article_id";
--   SEARCH article_reads USING INDEX sqlite_autoindex_article_reads_1 (article_id=? AND hour>?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "id", "headline", "language"
  from "articles"
  where "articles"."id" in (select value
  from json_each(?));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:


-- list of articles: 17 queries, 13 of them not above

select "id"
  from "articles"
  where "articles"."id" not in (select id
  from articles
  where deleted_at is not null)
  order by "articles"."saved_at" desc, "articles"."id" desc
  limit ?;
--   SCAN articles USING COVERING INDEX articles_by_save
--   LIST SUBQUERY 1
--   SEARCH articles USING COVERING INDEX articles_deleted (deleted_at>?)
--   CREATE BLOOM FILTER

select "articles"."id", "articles"."version", case when "articles"."state" not in (?, ?) then "articles"."state" when "articles"."published_at" > ? then 'scheduled' when "articles"."withdrawn_at" <= ? then 'withdrawn' else 'published' end, "articles"."headline", "articles"."kicker", "articles"."language", "sections"."name", "articles"."published_at", "articles"."withdrawn_at", "articles"."saved_at", "revisions"."saved_by", "working_copies"."saved_at", "articles"."deleted_at", "articles"."owner_id", "users"."id", "users"."name", "story_plans"."deadline"
  from "articles"
  left join "sections" on "sections"."id" = "articles"."section_id"
  left join "revisions" on ("revisions"."article_id" = "articles"."id" and "revisions"."version" = "articles"."version")
  left join "working_copies" on "working_copies"."article_id" = "articles"."id"
  left join "story_plans" on "story_plans"."article_id" = "articles"."id"
  left join "users" on "users"."id" = "story_plans"."assignee_id"
  where "articles"."id" in (select value
  from json_each(?));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   SEARCH revisions USING INDEX sqlite_autoindex_revisions_1 (article_id=? AND version=?) LEFT-JOIN
--   SEARCH working_copies USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   SEARCH story_plans USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?) LEFT-JOIN

select count(*)
  from "articles"
  where ("articles"."state" in ('draft', 'in-review') and "articles"."deleted_at" is null)
  union all select count(*)
  from "articles"
  where ("articles"."withdrawn_at" >= -8640000000000000 and "articles"."state" = ?);
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH articles USING INDEX articles_unpublished (state=?)
--   UNION ALL
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at>?)

select (select coalesce(sum(stories), 0)
  from list_counts
  where kind = ? and list_id in (select value
  from json_each(?)) and span_days = ?) as stories;
--   SCAN CONSTANT ROW
--   SCALAR SUBQUERY 2
--   SEARCH list_counts USING PRIMARY KEY (kind=? AND list_id=? AND span_days=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "bylines"."article_id", "bylines"."name", "authors"."id", "authors"."slug", "authors"."name"
  from "bylines"
  left join "authors" on "authors"."id" = "bylines"."author_id"
  where "bylines"."article_id" in (select value
  from json_each(?))
  order by "bylines"."article_id" asc, "bylines"."position" asc;
--   SEARCH bylines USING INDEX sqlite_autoindex_bylines_1 (article_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH authors USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select "article_id", "due_at", "ran_at", "event"
  from "late_runs"
  where ("late_runs"."article_id" in (select value
  from json_each(?)) and "late_runs"."ran_at" >= ?)
  order by "late_runs"."ran_at", "late_runs"."due_at";
--   SEARCH late_runs USING INDEX sqlite_autoindex_late_runs_1 (article_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   USE TEMP B-TREE FOR ORDER BY

select "id", "published_at"
  from "articles"
  where ("articles"."id" in (select value
  from json_each(?)) and "articles"."state" = 'scheduled' and "articles"."published_at" <= ?);
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "id", "withdrawn_at"
  from "articles"
  where ("articles"."id" in (select value
  from json_each(?)) and "articles"."withdrawn_at" is not null and "articles"."state" in ('scheduled', 'published') and "articles"."withdrawn_at" <= ?);
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "id", "slug", "name", "description", "parent_id"
  from "sections"
  order by "sections"."position" asc, "sections"."id" asc;
--   SCAN sections
--   USE TEMP B-TREE FOR ORDER BY

select "authors"."id", "authors"."slug", "authors"."name", "authors"."role", "authors"."bio", "media"."id", "media"."alt", "media"."caption", "media"."credit", "media"."creator", "media"."copyright", "media"."licence_url", "media"."acquire_url", "media"."focal_x", "media"."focal_y", "media"."original", "media"."width_px", "media"."height_px", "media"."files", "authors"."email", "authors"."links", "authors"."awaits_story", (not "authors"."awaits_story" or exists (select 1
  from "bylines"
  inner join "articles" on "articles"."id" = "bylines"."article_id"
  where ("bylines"."author_id" = "authors"."id" and "articles"."published_at" is not null)))
  from "authors"
  left join "media" on "media"."id" = "authors"."portrait_id"
  order by "authors"."name" asc, "authors"."id" asc;
--   SCAN authors
--   SEARCH media USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH bylines USING INDEX bylines_by_author (author_id=?)
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR ORDER BY

select "id", "slug", "name", "description"
  from "topics"
  order by "topics"."name" asc, "topics"."id" asc;
--   SCAN topics
--   USE TEMP B-TREE FOR ORDER BY

select "id", "name", "email", "role", "banned", "two_factor_enabled", "created_at"
  from "users"
  order by "users"."name" asc, "users"."id" asc
  limit ?;
--   SCAN users
--   USE TEMP B-TREE FOR ORDER BY

select count(*)
  from "site_faults";
--   SCAN site_faults USING COVERING INDEX site_faults_by_article


-- list of articles: words, a section and a state: 27 queries, 8 of them not above

with recursive found(language) as ( select min(language)
  from search_stems
  union all select (select min(language)
  from search_stems
  where language > found.language)
  from found
  where found.language is not null ) select language
  from found
  where language is not null;
--   CO-ROUTINE found
--   SETUP
--   SEARCH search_stems USING PRIMARY KEY
--   RECURSIVE STEP
--   SCAN found
--   CORRELATED SCALAR SUBQUERY 2
--   SEARCH search_stems USING PRIMARY KEY (language>?)
--   SCAN found

select word
  from search_stems
  where language = ? and stem in (select value
  from json_each(?))
  limit ?;
--   SEARCH search_stems USING PRIMARY KEY (language=? AND stem=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select word
  from search_words
  where sound = ?
  limit 50;
--   SEARCH search_words USING COVERING INDEX search_words_by_sound (sound=?)

select word
  from search_words
  where word >= ? and word < ?
  order by length(word), word
  limit ?;
--   SEARCH search_words USING PRIMARY KEY (word>? AND word<?)
--   USE TEMP B-TREE FOR ORDER BY

select "id"
  from "articles"
  where ("articles"."id" not in (select id
  from articles
  where deleted_at is not null) and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and +"articles"."id" in (select id
  from articles
  where section_id in (select value
  from json_each(?))) and "articles"."id" in (select article_id
  from search_documents
  where number in ( select rowid
  from search_texts
  where search_texts match ? and rowid between ? and ?
  order by rowid desc
  limit ?)))
  order by "articles"."published_at" desc, "articles"."id" desc
  limit ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 5
--   SEARCH search_documents USING COVERING INDEX sqlite_autoindex_search_documents_1 (number=?)
--   LIST SUBQUERY 4
--   SCAN search_texts VIRTUAL TABLE INDEX 192:M3><
--   LIST SUBQUERY 1
--   SEARCH articles USING COVERING INDEX articles_deleted (deleted_at>?)
--   CREATE BLOOM FILTER
--   LIST SUBQUERY 3
--   SEARCH articles USING COVERING INDEX articles_by_section (section_id=?)
--   LIST SUBQUERY 2
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CREATE BLOOM FILTER
--   USE TEMP B-TREE FOR ORDER BY

select count(*)
  from "articles"
  where ("articles"."id" not in (select id
  from articles
  where deleted_at is not null) and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and +"articles"."id" in (select id
  from articles
  where section_id in (select value
  from json_each(?))) and "articles"."id" in (select article_id
  from search_documents
  where number in ( select rowid
  from search_texts
  where search_texts match ? and rowid between ? and ?
  order by rowid desc
  limit ?)));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 5
--   SEARCH search_documents USING COVERING INDEX sqlite_autoindex_search_documents_1 (number=?)
--   LIST SUBQUERY 4
--   SCAN search_texts VIRTUAL TABLE INDEX 192:M3><
--   LIST SUBQUERY 1
--   SEARCH articles USING COVERING INDEX articles_deleted (deleted_at>?)
--   CREATE BLOOM FILTER
--   LIST SUBQUERY 3
--   SEARCH articles USING COVERING INDEX articles_by_section (section_id=?)
--   LIST SUBQUERY 2
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CREATE BLOOM FILTER

select count(*) as stories
  from (select 1
  from search_texts
  where search_texts match ?
  limit ?);
--   CO-ROUTINE (subquery-1)
--   SCAN search_texts VIRTUAL TABLE INDEX 0:M3
--   SCAN (subquery-1)

select word
  from (select word
  from search_words
  where word >= ? and word < ? and length(word) between ? and ?
  limit ?) union select word
  from (select word
  from search_words
  where reversed >= ? and reversed < ? and length(word) between ? and ?
  limit ?);
--   MERGE (UNION)
--   LEFT
--   CO-ROUTINE (subquery-1)
--   SEARCH search_words USING PRIMARY KEY (word>? AND word<?)
--   SCAN (subquery-1)
--   USE TEMP B-TREE FOR ORDER BY
--   RIGHT
--   CO-ROUTINE (subquery-3)
--   SEARCH search_words USING COVERING INDEX search_words_by_end (reversed>? AND reversed<?)
--   SCAN (subquery-3)
--   USE TEMP B-TREE FOR ORDER BY


-- suggestions of links: 19 queries, 18 of them not above

select "id", "state", "kind", "headline", "kicker", "standfirst", "body", "slug", "section_id", "dateline", "language", "lead_media_id", "seo_title", "seo_description", "translation_of_id", "is_unlisted", "created_at", "saved_at", "published_at", "updated_at", "embargo_until", "withdrawn_at", "withdrawal_reason", "version", "owner_id", "deleted_at"
  from "articles"
  where "articles"."id" = ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

select "topic_id"
  from "article_topics"
  where "article_topics"."article_id" = ?
  order by "article_topics"."position" asc;
--   SEARCH article_topics USING INDEX sqlite_autoindex_article_topics_1 (article_id=?)
--   USE TEMP B-TREE FOR ORDER BY

select "author_id", "name"
  from "bylines"
  where "bylines"."article_id" = ?
  order by "bylines"."position" asc;
--   SEARCH bylines USING INDEX sqlite_autoindex_bylines_1 (article_id=?)

select "manuscript", "saved_by"
  from "working_copies"
  where "working_copies"."article_id" = ?;
--   SEARCH working_copies USING INTEGER PRIMARY KEY (rowid=?)

select "source_id", "target_id", "choice"
  from "link_pairs"
  where ("link_pairs"."source_id" = ? or ("link_pairs"."target_id" = ? and "link_pairs"."choice" = ?));
--   MULTI-INDEX OR
--   INDEX 1
--   SEARCH link_pairs USING INDEX sqlite_autoindex_link_pairs_1 (source_id=?)
--   INDEX 2
--   SEARCH link_pairs USING INDEX link_pairs_by_target (target_id=?)

select "weights"
  from "learned_weights";
--   SCAN learned_weights

select stories, length
  from related_totals;
--   SCAN related_totals

select file
  from pragma_database_list
  where name = 'main';
--   SCAN pragma_database_list VIRTUAL TABLE INDEX 0:

select json_group_array(stories) as stories
  from (select stories
  from related_counts
  order by id);
--   CO-ROUTINE (subquery-1)
--   SCAN related_counts
--   SCAN (subquery-1)

select related_terms.term as term, related_terms.id as id, related_counts.stories as stories
  from json_each(?) join related_terms on related_terms.term = value join related_counts on related_counts.id = related_terms.id;
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH related_terms USING PRIMARY KEY (term=?)
--   SEARCH related_counts USING INTEGER PRIMARY KEY (rowid=?)

select term, block, stories
  from related_postings
  where term in (select value
  from json_each(?));
--   SEARCH related_postings USING PRIMARY KEY (term=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select block, facts
  from related_blocks
  order by block;
--   SCAN related_blocks

select "articles"."id" as id, "articles"."headline" as headline, "articles"."language" as language, "articles"."kind" as kind, "articles"."translation_of_id" as translationOfId, "articles"."section_id" as sectionId, "articles"."published_at" as publishedAt, related_stories.terms as terms, (select json_group_array("article_topics"."topic_id")
  from "article_topics"
  where "article_topics"."article_id" = "articles"."id") as topicIds
  from "articles" join related_stories on related_stories.article_id = "articles"."id"
  where "articles"."id" in (select value
  from json_each(?)) and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 2
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH related_stories USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH article_topics USING COVERING INDEX sqlite_autoindex_article_topics_1 (article_id=?)

select source, target
  from ( select distinct "links"."source_id" as source, "links"."target_id" as target
  from "links"
  where "links"."source_id" in (select value
  from json_each(?)) and "links"."source_id" <> "links"."target_id" ) join linked_stories on article_id = target
  where published_at <= ?;
--   CO-ROUTINE (subquery-2)
--   SEARCH links USING INDEX sqlite_autoindex_links_1 (source_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   USE TEMP B-TREE FOR DISTINCT
--   SCAN (subquery-2)
--   SEARCH linked_stories USING INTEGER PRIMARY KEY (rowid=?)

select target, count(*) as linkers, sum(exp((published_at - ?) * 1.0 / ?)) as recentLinkers
  from ( select distinct "links"."source_id" as source, "links"."target_id" as target
  from "links"
  where "links"."target_id" in (select value
  from json_each(?)) and "links"."source_id" <> "links"."target_id" ) join linked_stories on article_id = source
  where published_at < ?
  group by target;
--   CO-ROUTINE (subquery-2)
--   SEARCH links USING INDEX links_by_target (target_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   USE TEMP B-TREE FOR DISTINCT
--   SCAN (subquery-2)
--   SEARCH linked_stories USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR GROUP BY

select "links"."source_id" as source, "links"."target_id" as target
  from "links" join linked_stories as sources on sources.article_id = "links"."source_id" join linked_stories as targets on targets.article_id = "links"."target_id"
  where "links"."source_id" in (select value
  from json_each(?)) and "links"."source_id" <> "links"."target_id" and sources.published_at < ? and targets.published_at <= ? union select "links"."source_id" as source, "links"."target_id" as target
  from "links" join linked_stories as sources on sources.article_id = "links"."source_id" join linked_stories as targets on targets.article_id = "links"."target_id"
  where "links"."target_id" in (select value
  from json_each(?)) and "links"."source_id" <> "links"."target_id" and sources.published_at < ? and targets.published_at <= ?;
--   MERGE (UNION)
--   LEFT
--   SEARCH sources USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   REUSE LIST SUBQUERY 1
--   SEARCH links USING INDEX sqlite_autoindex_links_1 (source_id=?)
--   SEARCH targets USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR ORDER BY
--   RIGHT
--   SEARCH targets USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 3
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   REUSE LIST SUBQUERY 3
--   SEARCH links USING INDEX links_by_target (target_id=?)
--   SEARCH sources USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR ORDER BY

select "id", "name"
  from "topics"
  where "topics"."id" in (select value
  from json_each(?));
--   SEARCH topics USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "open_slots"
  from "settings"
  where "settings"."id" = ?;
--   SEARCH settings USING INTEGER PRIMARY KEY (rowid=?)


-- writing room: 19 queries, 5 of them not above

select "articles"."owner_id", "articles"."state", "story_plans"."assignee_id"
  from "articles"
  left join "story_plans" on "story_plans"."article_id" = "articles"."id"
  where "articles"."id" = ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH story_plans USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select "users"."name", "sections"."slug"
  from "articles"
  left join "users" on "users"."id" = "articles"."owner_id"
  left join "sections" on "sections"."id" = "articles"."section_id"
  where "articles"."id" = ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?) LEFT-JOIN
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select "version", "saved_at", "saved_by", "saved_by_id", "reason", "remark", "aside"
  from "revisions"
  where "revisions"."article_id" = ?
  order by "revisions"."version" desc
  limit ?;
--   SEARCH revisions USING INDEX sqlite_autoindex_revisions_1 (article_id=?)

select "id", "place", "set_aside", "after_id", "written_by", "written_at"
  from "conflicts"
  where ("conflicts"."article_id" = ? and "conflicts"."settled_at" is null)
  order by "conflicts"."id" asc;
--   SEARCH conflicts USING INDEX conflicts_by_article (article_id=? AND settled_at=?)

select "media_id"
  from "withheld_pictures"
  where "withheld_pictures"."article_id" = ?
  order by "withheld_pictures"."media_id" asc;
--   SEARCH withheld_pictures USING COVERING INDEX sqlite_autoindex_withheld_pictures_1 (article_id=?)


-- beside the writing room: 20 queries, 11 of them not above

select "id", "headline", "language", "translation_of_id"
  from "articles"
  where ("articles"."translation_of_id" in (select value
  from json_each(?)) and "articles"."id" <> ? and "articles"."deleted_at" is null)
  order by "articles"."id" asc;
--   SEARCH articles USING INDEX articles_by_original (translation_of_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   USE TEMP B-TREE FOR ORDER BY

select "id", "kind", "words", "written_by", "written_at", "resolved_at", "resolved_by", "reply_to_id", "passage", "version", "preview_link_id"
  from "notes"
  where ("notes"."article_id" = ? and "notes"."preview_link_id" is null)
  order by "notes"."written_at" desc, "notes"."id" desc
  limit ?;
--   SEARCH notes USING INDEX notes_by_article (article_id=?)

select "id", "kind", "words", "written_by", "written_at", "resolved_at", "resolved_by", "reply_to_id", "passage", "version", "preview_link_id"
  from "notes"
  where ("notes"."article_id" = ? and "notes"."preview_link_id" is not null)
  order by "notes"."written_at" desc, "notes"."id" desc
  limit ?;
--   SEARCH notes USING INDEX notes_by_article (article_id=?)

select "story_plans"."deadline", "story_plans"."note", "users"."id", "users"."name"
  from "story_plans"
  left join "users" on "users"."id" = "story_plans"."assignee_id"
  where "story_plans"."article_id" = ?;
--   SEARCH story_plans USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?) LEFT-JOIN

select "articles"."id", "articles"."headline", "articles"."state", "links"."place", "links"."element_id"
  from "links"
  inner join "articles" on "articles"."id" = "links"."source_id"
  where ("links"."target_id" = ? and "links"."source_id" in (select distinct "source_id"
  from "links"
  where "links"."target_id" = ?
  order by "links"."source_id" desc
  limit ?))
  order by "articles"."id" desc, "links"."position";
--   SEARCH links USING INDEX links_by_target (target_id=?)
--   LIST SUBQUERY 1
--   SEARCH links USING INDEX links_by_target (target_id=?)
--   USE TEMP B-TREE FOR DISTINCT
--   CREATE BLOOM FILTER
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR ORDER BY

select "timeline_id"
  from "timeline_stories"
  where "timeline_stories"."article_id" = ?;
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)

select "id", "slug", "name", "introduction", "language", "lead_id"
  from "timelines"
  where "timelines"."id" = ?;
--   SEARCH timelines USING INTEGER PRIMARY KEY (rowid=?)

select (select coalesce(sum(stories), 0)
  from list_counts
  where kind = ? and list_id in (select value
  from json_each(?)) and span_days = ?) - (select count(*)
  from listed_stories
  where kind = ? and list_id in (select value
  from json_each(?)) and published_at > ?) - (select count(*)
  from listed_stories
  where kind = ? and list_id in (select value
  from json_each(?)) and withdrawn_at <= ? and published_at <= ?) as stories;
--   SCAN CONSTANT ROW
--   SCALAR SUBQUERY 2
--   SEARCH list_counts USING PRIMARY KEY (kind=? AND list_id=? AND span_days=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SCALAR SUBQUERY 4
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at>?)
--   LIST SUBQUERY 3
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SCALAR SUBQUERY 6
--   SEARCH listed_stories USING COVERING INDEX listed_stories_ending (kind=? AND list_id=? AND withdrawn_at<?)
--   LIST SUBQUERY 5
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select storyId, timelineId, likeness
  from ( select storyId, timelineId, sum(likeness) / max(1, ( select count(*)
  from timeline_stories members join articles told on told.id = members.article_id
  where members.timeline_id = timelineId and abs(told.published_at - story.published_at) <= ? )) as likeness
  from ( select one_id as storyId, timeline_id as timelineId, likeness
  from timeline_stories join event_pairs on other_id = article_id
  where true and one_id = ?
  union all select other_id as storyId, timeline_id as timelineId, likeness
  from timeline_stories join event_pairs on one_id = article_id
  where true and other_id = ?) join articles story on story.id = storyId
  where story.state = 'published' and not exists (select 1
  from timeline_stories
  where article_id = storyId) and not exists (select 1
  from timeline_removals removed
  where removed.timeline_id = timelineId and removed.article_id = storyId) and not exists (select 1
  from refused_stories mine join refused_stories theirs on theirs.refusal_id = mine.refusal_id join timeline_stories members on members.article_id = theirs.article_id
  where mine.article_id = storyId and members.timeline_id = timelineId)
  group by storyId, timelineId )
  where likeness >= ?
  order by likeness desc, storyId, timelineId
  limit ?;
--   CO-ROUTINE (subquery-7)
--   CO-ROUTINE (subquery-3)
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH event_pairs USING INDEX sqlite_autoindex_event_pairs_1 (one_id=?)
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)
--   UNION ALL
--   SEARCH event_pairs USING INDEX event_pairs_by_other (other_id=?)
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)
--   SCAN (subquery-3)
--   CORRELATED SCALAR SUBQUERY 4
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 5
--   SEARCH removed USING COVERING INDEX sqlite_autoindex_timeline_removals_1 (timeline_id=? AND article_id=?)
--   CORRELATED SCALAR SUBQUERY 6
--   SEARCH mine USING INDEX refused_stories_by_article (article_id=?)
--   SEARCH theirs USING COVERING INDEX sqlite_autoindex_refused_stories_1 (refusal_id=?)
--   SEARCH members USING COVERING INDEX timeline_stories_by_timeline (timeline_id=? AND rowid=?)
--   SEARCH story USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR GROUP BY
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH members USING COVERING INDEX timeline_stories_by_timeline (timeline_id=?)
--   SEARCH told USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH members USING COVERING INDEX timeline_stories_by_timeline (timeline_id=?)
--   SEARCH told USING INTEGER PRIMARY KEY (rowid=?)
--   SCAN (subquery-7)
--   USE TEMP B-TREE FOR ORDER BY

select "article_id"
  from "proposed_stories"
  where "proposed_stories"."proposal_id" = (select proposal_id
  from proposed_stories
  where article_id = ?);
--   SEARCH proposed_stories USING COVERING INDEX proposed_stories_by_proposal (proposal_id=?)
--   SCALAR SUBQUERY 1
--   SEARCH proposed_stories USING INTEGER PRIMARY KEY (rowid=?)

select "id", "name"
  from "timelines"
  where lower(substr("timelines"."language", 1, instr("timelines"."language" || '-', '-') - 1)) = (select lower(substr("articles"."language", 1, instr("articles"."language" || '-', '-') - 1))
  from "articles"
  where "articles"."id" = ?)
  order by "timelines"."id" desc
  limit ?;
--   SCAN timelines
--   SCALAR SUBQUERY 1
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)


-- history: 2 queries, 1 of them not above

select "version", "saved_at", "saved_by", "saved_by_id", "reason", "remark", "aside", "snapshot"
  from "revisions"
  where ("revisions"."article_id" = ? and "revisions"."version" = ?);
--   SEARCH revisions USING INDEX sqlite_autoindex_revisions_1 (article_id=? AND version=?)


-- looking for a story: 19 queries, 8 of them not above

select count(*) as stories
  from "articles" not indexed
  where "articles"."id" in (select article_id
  from search_documents
  where number in ( select rowid
  from search_heads
  where search_heads match ? and rowid between ? and ?
  order by rowid desc
  limit ?));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 2
--   SEARCH search_documents USING COVERING INDEX sqlite_autoindex_search_documents_1 (number=?)
--   LIST SUBQUERY 1
--   SCAN search_heads VIRTUAL TABLE INDEX 192:M5><

select "articles"."id"
  from "articles" not indexed
  where ((("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and ("articles"."deleted_at" is null and "articles"."id" in (select article_id
  from search_documents
  where number in ( select rowid
  from search_heads
  where search_heads match ? and rowid between ? and ?
  order by rowid desc
  limit ?))))
  order by "articles"."published_at" desc, "articles"."id" desc
  limit ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 2
--   SEARCH search_documents USING COVERING INDEX sqlite_autoindex_search_documents_1 (number=?)
--   LIST SUBQUERY 1
--   SCAN search_heads VIRTUAL TABLE INDEX 192:M5><
--   USE TEMP B-TREE FOR ORDER BY

select "articles"."id"
  from "articles" not indexed
  where ("articles"."id" in ( select id
  from articles
  where state in ('draft', 'in-review')
  union all select id
  from articles
  where published_at > ?
  union all select id
  from articles
  where withdrawn_at >= -8640000000000000) and not (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and ("articles"."deleted_at" is null and "articles"."id" in (select article_id
  from search_documents
  where number in ( select rowid
  from search_heads
  where search_heads match ? and rowid between ? and ?
  order by rowid desc
  limit ?))))
  order by "articles"."saved_at" desc, "articles"."id" desc
  limit ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 3
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH articles USING COVERING INDEX articles_unpublished (state=?)
--   UNION ALL
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at>?)
--   UNION ALL
--   SEARCH articles USING COVERING INDEX articles_by_withdrawal (withdrawn_at>?)
--   LIST SUBQUERY 5
--   SEARCH search_documents USING COVERING INDEX sqlite_autoindex_search_documents_1 (number=?)
--   LIST SUBQUERY 4
--   SCAN search_heads VIRTUAL TABLE INDEX 192:M5><
--   CREATE BLOOM FILTER
--   USE TEMP B-TREE FOR ORDER BY

select count(*) as stories
  from "articles" not indexed
  where "articles"."id" in (select article_id
  from search_documents
  where number in ( select rowid
  from search_texts
  where search_texts match ? and rowid between ? and ?
  order by rowid desc
  limit ?));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 2
--   SEARCH search_documents USING COVERING INDEX sqlite_autoindex_search_documents_1 (number=?)
--   LIST SUBQUERY 1
--   SCAN search_texts VIRTUAL TABLE INDEX 192:M3><

select "articles"."id"
  from "articles" not indexed
  where ((("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and ("articles"."deleted_at" is null and "articles"."id" in (select article_id
  from search_documents
  where number in ( select rowid
  from search_texts
  where search_texts match ? and rowid between ? and ?
  order by rowid desc
  limit ?))))
  order by "articles"."published_at" desc, "articles"."id" desc
  limit ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 2
--   SEARCH search_documents USING COVERING INDEX sqlite_autoindex_search_documents_1 (number=?)
--   LIST SUBQUERY 1
--   SCAN search_texts VIRTUAL TABLE INDEX 192:M3><
--   USE TEMP B-TREE FOR ORDER BY

select "articles"."id"
  from "articles" not indexed
  where ("articles"."id" in ( select id
  from articles
  where state in ('draft', 'in-review')
  union all select id
  from articles
  where published_at > ?
  union all select id
  from articles
  where withdrawn_at >= -8640000000000000) and not (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and ("articles"."deleted_at" is null and "articles"."id" in (select article_id
  from search_documents
  where number in ( select rowid
  from search_texts
  where search_texts match ? and rowid between ? and ?
  order by rowid desc
  limit ?))))
  order by "articles"."saved_at" desc, "articles"."id" desc
  limit ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 3
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH articles USING COVERING INDEX articles_unpublished (state=?)
--   UNION ALL
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at>?)
--   UNION ALL
--   SEARCH articles USING COVERING INDEX articles_by_withdrawal (withdrawn_at>?)
--   LIST SUBQUERY 5
--   SEARCH search_documents USING COVERING INDEX sqlite_autoindex_search_documents_1 (number=?)
--   LIST SUBQUERY 4
--   SCAN search_texts VIRTUAL TABLE INDEX 192:M3><
--   CREATE BLOOM FILTER
--   USE TEMP B-TREE FOR ORDER BY

select "articles"."id", "articles"."headline", "articles"."standfirst", "sections"."name", "sections"."slug", "articles"."slug", case when "articles"."state" not in (?, ?) then "articles"."state" when "articles"."published_at" > ? then 'scheduled' when "articles"."withdrawn_at" <= ? then 'withdrawn' else 'published' end, "articles"."published_at", "articles"."language", "articles"."translation_of_id", "articles"."deleted_at"
  from "articles"
  left join "sections" on "sections"."id" = "articles"."section_id"
  where ("articles"."id" in (select value
  from json_each(?)) and "articles"."deleted_at" is null);
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select "articles"."id"
  from "articles" indexed by articles_by_publication
  where ((("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and "articles"."deleted_at" is null)
  order by "articles"."published_at" desc, "articles"."id" desc
  limit ?;
--   SEARCH articles USING INDEX articles_by_publication (published_at<?)


-- suggestions of the list: 13 queries, 5 of them not above

select "id", "name"
  from "sections"
  order by "sections"."id";
--   SCAN sections

select json_group_array(number) as numbers
  from ( select rowid as number
  from search_heads
  where search_heads match ? and rowid between ? and ?
  order by rowid desc
  limit ?);
--   CO-ROUTINE (subquery-1)
--   SCAN search_heads VIRTUAL TABLE INDEX 192:M5><
--   SCAN (subquery-1)

with found(id) as materialized ( select article_id
  from search_documents
  where number in (select value
  from json_each(?)) ) select *
  from ( select 'topic' as kind, slug, name
  from ( select topic_id as id, count(*) as stories
  from article_topics
  where article_id in (select id
  from found)
  group by topic_id
  order by stories desc, topic_id
  limit ? ) join topics using (id)
  order by stories desc, id)
  union all select *
  from ( select 'author' as kind, slug, name
  from ( select author_id as id, count(*) as stories
  from bylines
  where article_id in (select id
  from found) and author_id is not null
  group by author_id
  order by stories desc, author_id
  limit ? ) join authors using (id)
  order by stories desc, id);
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   CO-ROUTINE (subquery-4)
--   SEARCH article_topics USING COVERING INDEX sqlite_autoindex_article_topics_1 (article_id=?)
--   LIST SUBQUERY 3
--   MATERIALIZE found
--   SEARCH search_documents USING COVERING INDEX sqlite_autoindex_search_documents_1 (number=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SCAN found
--   USE TEMP B-TREE FOR GROUP BY
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN (subquery-4)
--   SEARCH topics USING INTEGER PRIMARY KEY (rowid=?)
--   UNION ALL
--   CO-ROUTINE (subquery-8)
--   SEARCH bylines USING INDEX sqlite_autoindex_bylines_1 (article_id=?)
--   LIST SUBQUERY 7
--   SCAN found
--   USE TEMP B-TREE FOR GROUP BY
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN (subquery-8)
--   SEARCH authors USING INTEGER PRIMARY KEY (rowid=?)

select json_group_array(number) as numbers
  from ( select rowid as number
  from search_heads
  where search_heads match ? and rowid between ? and ?
  order by rowid asc
  limit ?);
--   CO-ROUTINE (subquery-1)
--   SCAN search_heads VIRTUAL TABLE INDEX 64:M5><
--   SCAN (subquery-1)

select "id", "headline", "saved_at"
  from "articles"
  where ("articles"."id" in (select article_id
  from search_documents
  where number in ( select value
  from json_each(?))) and "articles"."deleted_at" is null)
  order by "articles"."saved_at" desc, "articles"."id" desc
  limit ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 2
--   SEARCH search_documents USING COVERING INDEX sqlite_autoindex_search_documents_1 (number=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   USE TEMP B-TREE FOR ORDER BY


-- front: 24 queries, 15 of them not above

select "id", "section_id", "arrangement", "version", "saved_at", "saved_by", "unpublished_since"
  from "front_drafts"
  where "front_drafts"."id" = ?;
--   SEARCH front_drafts USING INTEGER PRIMARY KEY (rowid=?)

select "id", "arrangement", "withheld_pictures"
  from "editions"
  where ("editions"."section_id" is null and "editions"."starts_at" <= ?)
  order by "editions"."starts_at" desc, "editions"."id" desc
  limit ?;
--   SEARCH editions USING INDEX editions_by_start (section_id=? AND starts_at<?)

select "starts_at"
  from "editions"
  where ("editions"."section_id" is null and "editions"."starts_at" > ?)
  order by "editions"."starts_at"
  limit ?;
--   SEARCH editions USING COVERING INDEX editions_by_start (section_id=? AND starts_at>?)

select "articles"."id" as id, "articles"."published_at" as at
  from "articles"
  where (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?))
  order by at desc, id desc
  limit ? offset ?;
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at<?)

select "articles"."id", "articles"."headline", "articles"."language", "articles"."slug", "articles"."kicker", "articles"."standfirst", "articles"."kind", "articles"."published_at", "sections"."id", "sections"."name", "sections"."slug", "media"."id", "media"."alt", "media"."caption", "media"."credit", "media"."creator", "media"."copyright", "media"."licence_url", "media"."acquire_url", "media"."focal_x", "media"."focal_y", "media"."original", "media"."width_px", "media"."height_px", "media"."files"
  from "articles"
  inner join "sections" on "sections"."id" = "articles"."section_id"
  left join "media" on ("media"."id" = "articles"."lead_media_id" and not exists ( select 1
  from withheld_pictures
  where article_id = articles.id and media_id = articles.lead_media_id ))
  where ("articles"."id" in (select value
  from json_each(?)) and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 2
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH media USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH withheld_pictures USING COVERING INDEX sqlite_autoindex_withheld_pictures_1 (article_id=? AND media_id=?)

select min("published_at") as "instant"
  from "articles"
  where ("articles"."published_at" > ? and "articles"."state" in (?, ?))
  union all select min("withdrawn_at") as "instant"
  from "articles"
  where ("articles"."withdrawn_at" > ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)));
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at>?)
--   UNION ALL
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at>?)

select ranked.top, ranked.id
  from ( with recursive line(id, top) as ( select id, id
  from sections
  where parent_id is null
  union all select child.id, line.top
  from sections child join line on child.parent_id = line.id ) select line.top, candidate.id, row_number() over (partition by line.top
  order by candidate.published_at desc, candidate.id desc) as place
  from line cross join articles candidate on candidate.id in ((select "id"
  from "articles"
  where ("articles"."section_id" = line.id and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)))
  order by "articles"."published_at" desc, "articles"."id" desc
  limit ?)) ) as ranked
  where ranked.place <= ?
  order by ranked.top, ranked.place;
--   CO-ROUTINE ranked
--   CO-ROUTINE (subquery-6)
--   CO-ROUTINE line
--   SETUP
--   SEARCH sections USING COVERING INDEX sections_by_parent (parent_id=?)
--   RECURSIVE STEP
--   SCAN line
--   SEARCH child USING COVERING INDEX sections_by_parent (parent_id=?)
--   SCAN line
--   SEARCH candidate USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED LIST SUBQUERY 3
--   SEARCH articles USING COVERING INDEX articles_by_section (section_id=? AND published_at<?)
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN (subquery-6)
--   SCAN ranked
--   USE TEMP B-TREE FOR ORDER BY

select min("published_at") as "instant"
  from "articles"
  where ("articles"."published_at" > ? and "articles"."state" in (?, ?) and "articles"."id" in (select value
  from json_each(?)))
  union all select min("withdrawn_at") as "instant"
  from "articles"
  where ("articles"."withdrawn_at" > ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and "articles"."id" in (select value
  from json_each(?)));
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   UNION ALL
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 3
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "article_id"
  from "front_clipboard"
  where "front_clipboard"."user_id" = ?
  order by "front_clipboard"."kept_at" desc, "front_clipboard"."article_id" desc;
--   SEARCH front_clipboard USING INDEX sqlite_autoindex_front_clipboard_1 (user_id=?)
--   USE TEMP B-TREE FOR ORDER BY

select "id", "starts_at", "published_at", "published_by", "arrangement"
  from "editions"
  where ("editions"."section_id" is null and "editions"."starts_at" > ?)
  order by "editions"."starts_at" desc, "editions"."id" desc;
--   SEARCH editions USING INDEX editions_by_start (section_id=? AND starts_at>?)

select "id", "starts_at", "published_at", "published_by"
  from "editions"
  where ("editions"."section_id" is null and "editions"."starts_at" <= ?)
  order by "editions"."starts_at" desc, "editions"."id" desc
  limit ?;
--   SEARCH editions USING INDEX editions_by_start (section_id=? AND starts_at<?)

select "id", "version", "lead_media_id"
  from "articles"
  where "articles"."id" in (select value
  from json_each(?));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "id", "alt", "caption", "credit", "creator", "copyright", "licence_url", "acquire_url", "focal_x", "focal_y", "original", "width_px", "height_px", "files"
  from "media"
  where "media"."id" in (select value
  from json_each(?));
--   SEARCH media USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select distinct "editions"."section_id"
  from "editions"
  inner join "edition_stories" on "edition_stories"."edition_id" = "editions"."id"
  where "edition_stories"."article_id" in (select value
  from json_each(?));
--   SEARCH edition_stories USING INDEX edition_stories_by_article (article_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH editions USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR DISTINCT

select "id", "label", "text", "article_id", "link", "starts_at", "ends_at", "raised_by", "raised_by_id"
  from "strips"
  where "strips"."starts_at" <= ?
  order by "strips"."starts_at" desc, "strips"."id" desc
  limit ?;
--   SEARCH strips USING INDEX strips_by_start (starts_at<?)


-- plans: 6 queries, 5 of them not above

select "articles"."id", "articles"."version", "articles"."headline", "articles"."language", "sections"."name", case when "articles"."state" not in (?, ?) then "articles"."state" when "articles"."published_at" > ? then 'scheduled' when "articles"."withdrawn_at" <= ? then 'withdrawn' else 'published' end, "articles"."published_at", "articles"."withdrawn_at", json_array_length("articles"."body") = 0, "story_plans"."deadline", "story_plans"."note", "users"."id", "users"."name"
  from "articles"
  left join "story_plans" on "story_plans"."article_id" = "articles"."id"
  left join "users" on "users"."id" = "story_plans"."assignee_id"
  left join "sections" on "sections"."id" = "articles"."section_id"
  where ("story_plans"."article_id" is not null and "articles"."state" in ('draft', 'in-review') and "articles"."deleted_at" is null)
  order by "story_plans"."deadline" is null, "story_plans"."deadline", "articles"."id" asc
  limit ?;
--   SEARCH articles USING INDEX articles_unpublished (state=?)
--   SEARCH story_plans USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?) LEFT-JOIN
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   USE TEMP B-TREE FOR ORDER BY

select "articles"."id", "articles"."version", "articles"."headline", "articles"."language", "sections"."name", case when "articles"."state" not in (?, ?) then "articles"."state" when "articles"."published_at" > ? then 'scheduled' when "articles"."withdrawn_at" <= ? then 'withdrawn' else 'published' end, "articles"."published_at", "articles"."withdrawn_at", json_array_length("articles"."body") = 0, "story_plans"."deadline", "story_plans"."note", "users"."id", "users"."name"
  from "articles"
  left join "story_plans" on "story_plans"."article_id" = "articles"."id"
  left join "users" on "users"."id" = "story_plans"."assignee_id"
  left join "sections" on "sections"."id" = "articles"."section_id"
  where ("story_plans"."deadline" >= ? and "story_plans"."deadline" < ? and "articles"."deleted_at" is null)
  order by "story_plans"."deadline" is null, "story_plans"."deadline", "articles"."id" asc
  limit ?;
--   SEARCH story_plans USING INDEX story_plans_by_deadline (deadline>? AND deadline<?)
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?) LEFT-JOIN
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   USE TEMP B-TREE FOR ORDER BY

select "articles"."id", "articles"."version", "articles"."headline", "articles"."language", "sections"."name", case when "articles"."state" not in (?, ?) then "articles"."state" when "articles"."published_at" > ? then 'scheduled' when "articles"."withdrawn_at" <= ? then 'withdrawn' else 'published' end, "articles"."published_at", "articles"."withdrawn_at", json_array_length("articles"."body") = 0, "story_plans"."deadline", "story_plans"."note", "users"."id", "users"."name"
  from "articles"
  left join "story_plans" on "story_plans"."article_id" = "articles"."id"
  left join "users" on "users"."id" = "story_plans"."assignee_id"
  left join "sections" on "sections"."id" = "articles"."section_id"
  where ("articles"."published_at" >= ? and "articles"."published_at" < ? and (("articles"."state" in (select value
  from json_each(?)) and "articles"."published_at" > ?) or "story_plans"."article_id" is not null) and "articles"."deleted_at" is null)
  order by "story_plans"."deadline" is null, "story_plans"."deadline", "articles"."id" asc
  limit ?;
--   SEARCH articles USING INDEX articles_by_publication (published_at>? AND published_at<?)
--   SEARCH story_plans USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CREATE BLOOM FILTER
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?) LEFT-JOIN
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   USE TEMP B-TREE FOR ORDER BY

select "articles"."id", "articles"."version", "articles"."headline", "articles"."language", "sections"."name", case when "articles"."state" not in (?, ?) then "articles"."state" when "articles"."published_at" > ? then 'scheduled' when "articles"."withdrawn_at" <= ? then 'withdrawn' else 'published' end, "articles"."published_at", "articles"."withdrawn_at", json_array_length("articles"."body") = 0, "story_plans"."deadline", "story_plans"."note", "users"."id", "users"."name"
  from "articles"
  left join "story_plans" on "story_plans"."article_id" = "articles"."id"
  left join "users" on "users"."id" = "story_plans"."assignee_id"
  left join "sections" on "sections"."id" = "articles"."section_id"
  where ("articles"."withdrawn_at" >= ? and "articles"."withdrawn_at" < ? and "articles"."withdrawn_at" > ? and "articles"."deleted_at" is null)
  order by "story_plans"."deadline" is null, "story_plans"."deadline", "articles"."id" asc
  limit ?;
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at>? AND withdrawn_at<?)
--   SEARCH story_plans USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?) LEFT-JOIN
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   USE TEMP B-TREE FOR ORDER BY

select "editions"."starts_at", "sections"."name", "editions"."published_by"
  from "editions"
  left join "sections" on "sections"."id" = "editions"."section_id"
  where ("editions"."starts_at" >= ? and "editions"."starts_at" < ? and "editions"."starts_at" > ?)
  order by "editions"."starts_at" asc, "editions"."id" asc
  limit ?;
--   SCAN editions USING INDEX editions_by_start
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   USE TEMP B-TREE FOR ORDER BY


-- pictures: 14 queries, 12 of them not above

select "id", "name", "portrait_id"
  from "authors"
  where "authors"."portrait_id" is not null
  order by "authors"."name" asc, "authors"."id" asc;
--   SCAN authors
--   USE TEMP B-TREE FOR ORDER BY

select "id", "name"
  from "sections";
--   SCAN sections

select distinct "section_id"
  from "editions";
--   SCAN editions USING COVERING INDEX editions_by_start

select "section_id", "arrangement"
  from "editions"
  where "editions"."starts_at" > ?;
--   SCAN editions

select "section_id", "arrangement"
  from "front_drafts";
--   SCAN front_drafts

select "pages"."id" as id, "page_versions"."headline" as headline, part.value as mediaId, max("page_versions"."version" = "pages"."published_version") as isShown
  from "pages" join "page_versions" on "page_versions"."page_id" = "pages"."id" and "page_versions"."version" in ("pages"."version", "pages"."published_version") join json_tree("page_versions"."body") part on part.key = 'media'
  group by "pages"."id", part.value
  order by "pages"."id", min(part.id);
--   SCAN pages
--   SEARCH page_versions USING INDEX sqlite_autoindex_page_versions_1 (page_id=? AND version=?)
--   SCAN part VIRTUAL TABLE INDEX 1:
--   USE TEMP B-TREE FOR GROUP BY
--   USE TEMP B-TREE FOR ORDER BY

select "id", "version", "alt", "caption", "credit", "creator", "copyright", "licence_url", "acquire_url", "place", "keywords", "taken_on", "rights_category", "restrictions", "width_px", "height_px", "focal_x", "focal_y", "original", "files", "is_avif_ahead", "created_at", "file_name", "added_by", "added_by_id", "search_words", "deleted_at", "emptied_at", "emptied_by"
  from "media"
  where "media"."deleted_at" is null
  order by "media"."created_at" desc, "media"."id" desc
  limit ?;
--   SCAN media
--   USE TEMP B-TREE FOR ORDER BY

select "media_id", count(*)
  from "picture_uses"
  where "picture_uses"."media_id" in (select value
  from json_each(?))
  group by "picture_uses"."media_id";
--   SEARCH picture_uses USING COVERING INDEX sqlite_autoindex_picture_uses_1 (media_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "id", "rights_category", "restrictions"
  from "media"
  where "media"."id" in (select value
  from json_each(?));
--   SEARCH media USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "id", "media_id", "kind", "from_day", "until_day", "note", "made_by", "made_at"
  from "picture_leases"
  where "picture_leases"."media_id" in (select value
  from json_each(?))
  order by "picture_leases"."id" asc;
--   SEARCH picture_leases USING INDEX picture_leases_by_picture (media_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   USE TEMP B-TREE FOR ORDER BY

select count(*)
  from "media"
  where "media"."deleted_at" is null;
--   SCAN media

select "credit"
  from "media"
  where ("media"."deleted_at" is null and trim("media"."credit") <> '')
  group by "media"."credit"
  order by count(*) desc, "media"."credit"
  limit ?;
--   SCAN media
--   USE TEMP B-TREE FOR GROUP BY
--   USE TEMP B-TREE FOR ORDER BY


-- a picture: 20 queries, 4 of them not above

select "id", "version", "alt", "caption", "credit", "creator", "copyright", "licence_url", "acquire_url", "place", "keywords", "taken_on", "rights_category", "restrictions", "width_px", "height_px", "focal_x", "focal_y", "original", "files", "is_avif_ahead", "created_at", "file_name", "added_by", "added_by_id", "search_words", "deleted_at", "emptied_at", "emptied_by"
  from "media"
  where "media"."id" = ?;
--   SEARCH media USING INTEGER PRIMARY KEY (rowid=?)

select "id", "media_id", "kind", "from_day", "until_day", "note", "made_by", "made_at"
  from "picture_leases"
  where "picture_leases"."media_id" = ?
  order by "picture_leases"."id" asc;
--   SEARCH picture_leases USING INDEX picture_leases_by_picture (media_id=?)

select "articles"."id", "articles"."headline", "picture_uses"."state", "articles"."deleted_at"
  from "picture_uses"
  inner join "articles" on "articles"."id" = "picture_uses"."article_id"
  where "picture_uses"."media_id" = ?
  order by "picture_uses"."article_id" desc
  limit ?;
--   SEARCH picture_uses USING INDEX sqlite_autoindex_picture_uses_1 (media_id=?)
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

select "picture_events"."id", "picture_events"."media_id", "picture_events"."kind", "picture_events"."article_id", "picture_events"."place", "picture_events"."happened_at", "picture_events"."by", "picture_events"."replaced_by_id"
  from "picture_events"
  left join "articles" on "articles"."id" = "picture_events"."article_id"
  where "picture_events"."media_id" = ?
  order by "picture_events"."happened_at" desc, "picture_events"."id" desc
  limit ?;
--   SEARCH picture_events USING INDEX picture_events_by_picture (media_id=?)


-- topics: 3 queries

select "id", "name"
  from "topics";
--   SCAN topics

select "id", "slug", "name", "description"
  from "topics"
  where "topics"."id" in (select value
  from json_each(?));
--   SEARCH topics USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select names.value as id, (select count(*)
  from "article_topics"
  where "article_topics"."topic_id" = names.value) - ( select count(*)
  from "articles" cross join "article_topics" on "article_topics"."article_id" = "articles"."id"
  where "articles"."deleted_at" is not null and "article_topics"."topic_id" = names.value) as stories, (select published_at
  from listed_stories
  where kind = ? and list_id = names.value and published_at <= ? and (withdrawn_at is null or withdrawn_at > ?)
  order by published_at desc
  limit 1) as newestAt
  from json_each(?) as names;
--   SCAN names VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH article_topics USING COVERING INDEX article_topics_by_topic (topic_id=?)
--   CORRELATED SCALAR SUBQUERY 2
--   SEARCH articles USING COVERING INDEX articles_deleted (deleted_at>?)
--   SEARCH article_topics USING COVERING INDEX sqlite_autoindex_article_topics_1 (article_id=? AND topic_id=?)
--   CORRELATED SCALAR SUBQUERY 3
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at<?)


-- timelines: 5 queries

select timelines.id as id, timelines.name as name, timelines.slug as slug, count("articles"."id") as stories, max("articles"."published_at") as newestAt
  from timelines
  left join timeline_stories on timeline_stories.timeline_id = timelines.id
  left join "articles" on "articles"."id" = timeline_stories.article_id and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?))
  group by timelines.id
  order by newestAt desc, timelines.id desc;
--   SCAN timelines
--   SEARCH timeline_stories USING COVERING INDEX timeline_stories_by_timeline (timeline_id=?) LEFT-JOIN
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   USE TEMP B-TREE FOR ORDER BY

select storyId, timelineId, likeness
  from ( select storyId, timelineId, sum(likeness) / max(1, ( select count(*)
  from timeline_stories members join articles told on told.id = members.article_id
  where members.timeline_id = timelineId and abs(told.published_at - story.published_at) <= ? )) as likeness
  from ( select one_id as storyId, timeline_id as timelineId, likeness
  from timeline_stories join event_pairs on other_id = article_id
  where true and true
  union all select other_id as storyId, timeline_id as timelineId, likeness
  from timeline_stories join event_pairs on one_id = article_id
  where true and true) join articles story on story.id = storyId
  where story.state = 'published' and not exists (select 1
  from timeline_stories
  where article_id = storyId) and not exists (select 1
  from timeline_removals removed
  where removed.timeline_id = timelineId and removed.article_id = storyId) and not exists (select 1
  from refused_stories mine join refused_stories theirs on theirs.refusal_id = mine.refusal_id join timeline_stories members on members.article_id = theirs.article_id
  where mine.article_id = storyId and members.timeline_id = timelineId)
  group by storyId, timelineId )
  where likeness >= ?
  order by likeness desc, storyId, timelineId
  limit ?;
--   CO-ROUTINE (subquery-7)
--   CO-ROUTINE (subquery-3)
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SCAN event_pairs
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)
--   UNION ALL
--   SCAN event_pairs
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)
--   SCAN story USING COVERING INDEX articles_by_section
--   BLOOM FILTER ON (subquery-3) (storyId=?)
--   SEARCH (subquery-3) USING AUTOMATIC COVERING INDEX (storyId=?)
--   CORRELATED SCALAR SUBQUERY 4
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 5
--   SEARCH removed USING COVERING INDEX sqlite_autoindex_timeline_removals_1 (timeline_id=? AND article_id=?)
--   CORRELATED SCALAR SUBQUERY 6
--   SEARCH mine USING INDEX refused_stories_by_article (article_id=?)
--   SEARCH theirs USING COVERING INDEX sqlite_autoindex_refused_stories_1 (refusal_id=?)
--   SEARCH members USING COVERING INDEX timeline_stories_by_timeline (timeline_id=? AND rowid=?)
--   USE TEMP B-TREE FOR GROUP BY
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH members USING COVERING INDEX timeline_stories_by_timeline (timeline_id=?)
--   SEARCH told USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH members USING COVERING INDEX timeline_stories_by_timeline (timeline_id=?)
--   SEARCH told USING INTEGER PRIMARY KEY (rowid=?)
--   SCAN (subquery-7)
--   USE TEMP B-TREE FOR ORDER BY

select proposal_id as proposal, article_id as id
  from proposed_stories
  where proposal_id in ( select proposal_id
  from proposed_stories cross join "articles" on "articles"."id" = article_id
  where (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?))
  group by proposal_id
  having count(*) >= ?
  order by max("articles"."published_at") desc
  limit ?);
--   SEARCH proposed_stories USING COVERING INDEX proposed_stories_by_proposal (proposal_id=?)
--   LIST SUBQUERY 1
--   SCAN proposed_stories USING COVERING INDEX proposed_stories_by_proposal
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR ORDER BY

select "id", "headline", "language", "published_at", (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?))
  from "articles"
  where "articles"."id" in (select value
  from json_each(?));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "id", "name", "refused_at", "refused_by"
  from "timeline_refusals"
  order by "timeline_refusals"."id" desc
  limit ?;
--   SCAN timeline_refusals


-- a timeline: 6 queries, 3 of them not above

select storyId, timelineId, likeness
  from ( select storyId, timelineId, sum(likeness) / max(1, ( select count(*)
  from timeline_stories members join articles told on told.id = members.article_id
  where members.timeline_id = timelineId and abs(told.published_at - story.published_at) <= ? )) as likeness
  from ( select one_id as storyId, timeline_id as timelineId, likeness
  from timeline_stories join event_pairs on other_id = article_id
  where timeline_id = ? and true
  union all select other_id as storyId, timeline_id as timelineId, likeness
  from timeline_stories join event_pairs on one_id = article_id
  where timeline_id = ? and true) join articles story on story.id = storyId
  where story.state = 'published' and not exists (select 1
  from timeline_stories
  where article_id = storyId) and not exists (select 1
  from timeline_removals removed
  where removed.timeline_id = timelineId and removed.article_id = storyId) and not exists (select 1
  from refused_stories mine join refused_stories theirs on theirs.refusal_id = mine.refusal_id join timeline_stories members on members.article_id = theirs.article_id
  where mine.article_id = storyId and members.timeline_id = timelineId)
  group by storyId, timelineId )
  where likeness >= ?
  order by likeness desc, storyId, timelineId
  limit ?;
--   CO-ROUTINE (subquery-7)
--   CO-ROUTINE (subquery-3)
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH timeline_stories USING COVERING INDEX timeline_stories_by_timeline (timeline_id=?)
--   SEARCH event_pairs USING INDEX event_pairs_by_other (other_id=?)
--   UNION ALL
--   SEARCH timeline_stories USING COVERING INDEX timeline_stories_by_timeline (timeline_id=?)
--   SEARCH event_pairs USING INDEX sqlite_autoindex_event_pairs_1 (one_id=?)
--   SCAN (subquery-3)
--   CORRELATED SCALAR SUBQUERY 4
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 5
--   SEARCH removed USING COVERING INDEX sqlite_autoindex_timeline_removals_1 (timeline_id=? AND article_id=?)
--   CORRELATED SCALAR SUBQUERY 6
--   SEARCH mine USING INDEX refused_stories_by_article (article_id=?)
--   SEARCH theirs USING COVERING INDEX sqlite_autoindex_refused_stories_1 (refusal_id=?)
--   SEARCH members USING COVERING INDEX timeline_stories_by_timeline (timeline_id=? AND rowid=?)
--   SEARCH story USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR GROUP BY
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH members USING COVERING INDEX timeline_stories_by_timeline (timeline_id=?)
--   SEARCH told USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH members USING COVERING INDEX timeline_stories_by_timeline (timeline_id=?)
--   SEARCH told USING INTEGER PRIMARY KEY (rowid=?)
--   SCAN (subquery-7)
--   USE TEMP B-TREE FOR ORDER BY

select "article_id"
  from "timeline_stories"
  where "timeline_stories"."timeline_id" = ?
  order by "timeline_stories"."article_id" asc;
--   SEARCH timeline_stories USING COVERING INDEX timeline_stories_by_timeline (timeline_id=?)

select "id", "name", "kept_id", "merged_at", "merged_by", "before"
  from "timeline_merges"
  where ("timeline_merges"."kept_id" = ? and "timeline_merges"."merged_at" >= ?)
  order by "timeline_merges"."id" desc
  limit ?;
--   SEARCH timeline_merges USING INDEX timeline_merges_by_kept (kept_id=?)


-- authors: 4 queries, 3 of them not above

select "id", "name"
  from "authors";
--   SCAN authors

select "authors"."id", "authors"."slug", "authors"."name", "authors"."role", "authors"."bio", "authors"."portrait_id", "authors"."email", "authors"."links", "authors"."user_id", "authors"."awaits_story", "users"."id", "users"."name", (not "authors"."awaits_story" or exists (select 1
  from "bylines"
  inner join "articles" on "articles"."id" = "bylines"."article_id"
  where ("bylines"."author_id" = "authors"."id" and "articles"."published_at" is not null)))
  from "authors"
  left join "users" on "users"."id" = "authors"."user_id"
  where "authors"."id" in (select value
  from json_each(?));
--   SEARCH authors USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 2
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?) LEFT-JOIN
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH bylines USING INDEX bylines_by_author (author_id=?)
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

select names.value as id, (select count(*)
  from "bylines"
  where "bylines"."author_id" = names.value) - ( select count(*)
  from "articles" cross join "bylines" on "bylines"."article_id" = "articles"."id"
  where "articles"."deleted_at" is not null and "bylines"."author_id" = names.value) as stories, (select published_at
  from listed_stories
  where kind = ? and list_id = names.value and published_at <= ? and (withdrawn_at is null or withdrawn_at > ?)
  order by published_at desc
  limit 1) as newestAt
  from json_each(?) as names;
--   SCAN names VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH bylines USING COVERING INDEX bylines_by_author (author_id=?)
--   CORRELATED SCALAR SUBQUERY 2
--   SEARCH articles USING COVERING INDEX articles_deleted (deleted_at>?)
--   SEARCH bylines USING INDEX bylines_by_author (author_id=?)
--   CORRELATED SCALAR SUBQUERY 3
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at<?)


-- menus: 12 queries, 6 of them not above

select "items", "version"
  from "menus"
  where "menus"."place" = ?;
--   SEARCH menus USING INDEX sqlite_autoindex_menus_1 (place=?)

select "id"
  from "sections"
  where "sections"."parent_id" is null
  order by "sections"."position" asc, "sections"."id" asc;
--   SEARCH sections USING COVERING INDEX sections_by_parent (parent_id=?)

select "id", "slug"
  from "pages"
  order by "pages"."slug" asc;
--   SCAN pages USING COVERING INDEX pages_slug_unique

select "id", "slug", "name", "description", "parent_id", "position"
  from "sections"
  where "sections"."id" in (select value
  from json_each(?));
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "pages"."id", "pages"."slug", "page_versions"."headline"
  from "pages"
  inner join "page_versions" on ("page_versions"."page_id" = "pages"."id" and "page_versions"."version" = "pages"."published_version")
  where "pages"."id" in (select value
  from json_each(?));
--   SEARCH pages USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH page_versions USING INDEX sqlite_autoindex_page_versions_1 (page_id=? AND version=?)

select "id"
  from "sections"
  order by "sections"."position" asc, "sections"."id" asc;
--   SCAN sections USING COVERING INDEX sections_by_parent
--   USE TEMP B-TREE FOR ORDER BY


-- people: 3 queries, 2 of them not above

select "id", "email", "name", "role", "created_at", "created_by", "expires_at"
  from "one_time_links"
  where ("one_time_links"."kind" = ? and ("one_time_links"."used_at" is null and "one_time_links"."revoked_at" is null and "one_time_links"."expires_at" > ?))
  order by "one_time_links"."created_at" desc, "one_time_links"."id" desc
  limit ?;
--   SCAN one_time_links
--   USE TEMP B-TREE FOR ORDER BY

select "id", "name", "email", "role", "banned", "two_factor_enabled", "created_at"
  from "users"
  where "users"."id" = ?;
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?)


-- tokens: 1 queries

select "api_tokens"."id", "api_tokens"."name", "api_tokens"."secret_hash", "api_tokens"."user_id", "api_tokens"."scopes", "api_tokens"."created_at", "api_tokens"."created_by", "api_tokens"."expires_at", "api_tokens"."last_used_at", "api_tokens"."last_used_from", "api_tokens"."revoked_at", "users"."id", "users"."name"
  from "api_tokens"
  inner join "users" on "users"."id" = "api_tokens"."user_id"
  order by "api_tokens"."id" desc
  limit ?;
--   SCAN api_tokens
--   SEARCH users USING INDEX sqlite_autoindex_users_1 (id=?)


-- notifications: 2 queries

select "notifications"."id", "notifications"."kind", "notifications"."article_id", "articles"."headline", "articles"."language", "notifications"."caused_by", "notes"."words", "notifications"."note_id", "notifications"."section_id", "notifications"."created_at", "notifications"."read_at"
  from "notifications"
  inner join "articles" on "articles"."id" = "notifications"."article_id"
  left join "notes" on "notes"."id" = "notifications"."note_id"
  where ("notifications"."user_id" = ? and "articles"."deleted_at" is null)
  order by "notifications"."created_at" desc, "notifications"."id" desc
  limit ?;
--   SEARCH notifications USING INDEX notifications_by_user (user_id=?)
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH notes USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select count(*)
  from "notifications"
  inner join "articles" on "articles"."id" = "notifications"."article_id"
  where ("notifications"."user_id" = ? and "notifications"."read_at" is null and "articles"."deleted_at" is null);
--   SEARCH notifications USING INDEX notifications_by_user (user_id=?)
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)


-- deliveries: 2 queries

select "receiver_id", sum("delivered_at" is null and "given_up_at" is null), sum(("deliveries"."given_up_at" is not null and "deliveries"."about" ->> '$.kind' <> 'test')), max("last_answer_at")
  from "deliveries"
  group by "deliveries"."receiver_id";
--   SCAN deliveries USING INDEX deliveries_by_key

select "deliveries"."id", "deliveries"."receiver_id", "deliveries"."key", "deliveries"."about", "deliveries"."content", "deliveries"."created_at", "deliveries"."attempts", "deliveries"."next_attempt_at", "deliveries"."delivered_at", "deliveries"."given_up_at", "deliveries"."last_answer_at", "deliveries"."last_status", "deliveries"."last_answer", "receivers"."id", "receivers"."kind", "receivers"."name", "receivers"."terms", "receivers"."is_on", "receivers"."told_through", "receivers"."purged_through", "receivers"."created_at"
  from "deliveries"
  inner join "receivers" on "receivers"."id" = "deliveries"."receiver_id"
  order by "deliveries"."id" desc
  limit ?;
--   SCAN deliveries
--   SEARCH receivers USING INTEGER PRIMARY KEY (rowid=?)


-- links: 9 queries, 8 of them not above

select count(*)
  from "link_proposals";
--   SCAN link_proposals USING COVERING INDEX link_proposals_by_target

select "back_links", "back_links_per_day"
  from "settings"
  where "settings"."id" = ?;
--   SEARCH settings USING INTEGER PRIMARY KEY (rowid=?)

select "link_proposals"."id", "link_proposals"."reason", "articles"."id", "articles"."headline", "articles"."language", "articles"."version", "articles"."published_at", "articles"."body", "target"."id", "target"."headline", "target"."language", "target"."published_at"
  from "link_proposals"
  inner join "articles" on "articles"."id" = "link_proposals"."source_id"
  inner join "articles" "target" on "target"."id" = "link_proposals"."target_id"
  order by "link_proposals"."found_at" desc, "link_proposals"."target_id" desc, "link_proposals"."rank" asc, "link_proposals"."id" asc
  limit ?;
--   SCAN link_proposals USING INDEX link_proposals_by_age
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH target USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY

select "id", "kind", "links", "made_at", "made_by", "undone_at", "undone_by"
  from "link_batches"
  order by "link_batches"."id" desc
  limit ?;
--   SCAN link_batches

select "link_batch_stories"."batch_id", "articles"."id", "articles"."headline", "articles"."language", "link_batch_stories"."placed"
  from "link_batch_stories"
  inner join "articles" on "articles"."id" = "link_batch_stories"."source_id"
  where "link_batch_stories"."batch_id" in (select value
  from json_each(?))
  order by "link_batch_stories"."batch_id" asc, "link_batch_stories"."source_id" asc;
--   SEARCH link_batch_stories USING INDEX sqlite_autoindex_link_batch_stories_1 (batch_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

select "id", "headline"
  from "articles"
  where "articles"."id" in (select value
  from json_each(?));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select count(*)
  from "link_batches";
--   SCAN link_batches USING COVERING INDEX link_batches_by_instant

select orphans, dead_ends as deadEnds, unseen, crowded
  from link_totals;
--   SCAN link_totals


-- links that are wanting: 5 queries

select "articles"."id" as id, "articles"."headline" as headline, "articles"."language" as language, linked.published_at as publishedAt, linked.inbound as inbound, linked.outbound as outbound
  from (select *
  from linked_stories
  where inbound = 0
  order by published_at desc, article_id desc
  limit ? offset ?) as linked join "articles" on "articles"."id" = linked.article_id
  order by linked.published_at desc, linked.article_id desc;
--   CO-ROUTINE linked
--   SCAN linked_stories USING INDEX linked_stories_orphans
--   SCAN linked
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

select "articles"."id" as id, "articles"."headline" as headline, "articles"."language" as language, linked.published_at as publishedAt, linked.inbound as inbound, linked.outbound as outbound
  from (select *
  from linked_stories
  where outbound = 0
  order by published_at desc, article_id desc
  limit ? offset ?) as linked join "articles" on "articles"."id" = linked.article_id
  order by linked.published_at desc, linked.article_id desc;
--   CO-ROUTINE linked
--   SCAN linked_stories USING INDEX linked_stories_dead_ends
--   SCAN linked
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

select "articles"."id" as id, "articles"."headline" as headline, "articles"."language" as language, linked.published_at as publishedAt, linked.inbound as inbound, linked.outbound as outbound
  from (select *
  from linked_stories
  where unseen > 0
  order by published_at desc, article_id desc
  limit ? offset ?) as linked join "articles" on "articles"."id" = linked.article_id
  order by linked.published_at desc, linked.article_id desc;
--   CO-ROUTINE linked
--   SCAN linked_stories USING INDEX linked_stories_unseen
--   SCAN linked
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

select "links"."source_id", "articles"."id", "articles"."headline", "articles"."language", "articles"."state", "links"."element_id"
  from "links"
  inner join "articles" on "articles"."id" = "links"."target_id"
  where ("links"."source_id" in (select value
  from json_each(?)) and "articles"."state" <> ? and "links"."source_id" <> "links"."target_id")
  order by "links"."source_id" asc, "links"."position" asc;
--   SEARCH links USING INDEX sqlite_autoindex_links_1 (source_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

select "articles"."id" as id, "articles"."headline" as headline, "articles"."language" as language, linked.published_at as publishedAt, linked.inbound as inbound, linked.outbound as outbound
  from (select *
  from linked_stories
  where outbound + unseen > 12
  order by published_at desc, article_id desc
  limit ? offset ?) as linked join "articles" on "articles"."id" = linked.article_id
  order by linked.published_at desc, linked.article_id desc;
--   CO-ROUTINE linked
--   SCAN linked_stories USING INDEX linked_stories_crowded
--   SCAN linked
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)


-- addresses of other sites: 5 queries

select "checks_outside_links"
  from "settings"
  where "settings"."id" = ?;
--   SEARCH settings USING INTEGER PRIMARY KEY (rowid=?)

select "url", "failed_since", "failed_days", "checked_at", exists (select 1
  from outside_links join "articles" on articles.id = outside_links.source_id
  where outside_links.url = outside_addresses.url and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)))
  from "outside_addresses"
  where "outside_addresses"."next_check_at" <= ?
  order by "outside_addresses"."next_check_at" asc, "outside_addresses"."url" asc
  limit ?;
--   SEARCH outside_addresses USING INDEX outside_addresses_due (next_check_at<?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH outside_links USING INDEX outside_links_by_url (url=?)
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

select count(*)
  from "outside_addresses"
  where failed_days >= 3;
--   SCAN outside_addresses USING INDEX outside_addresses_dead

select "url", "status", "problem", "failed_since", "checked_at"
  from "outside_addresses"
  where failed_days >= 3
  order by "outside_addresses"."failed_since" desc, "outside_addresses"."url" desc
  limit ?;
--   SCAN outside_addresses USING INDEX outside_addresses_dead

select url, id, headline, language
  from ( select outside_links.url as url, articles.id as id, articles.headline as headline, articles.language as language, row_number() over (partition by outside_links.url
  order by articles.id desc) as place
  from outside_links join "articles" on articles.id = outside_links.source_id
  where outside_links.url in (select value
  from json_each(?)) and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)))
  where place <= ?
  order by url, id desc;
--   CO-ROUTINE (subquery-2)
--   CO-ROUTINE (subquery-4)
--   SEARCH outside_links USING INDEX outside_links_by_url (url=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR LAST TERM OF ORDER BY
--   SCAN (subquery-4)
--   SCAN (subquery-2)
--   USE TEMP B-TREE FOR ORDER BY


-- links that readers follow: 2 queries

select "block", "place", "item", sum("clicks")
  from "link_clicks"
  where "link_clicks"."day" >= ?
  group by "link_clicks"."block", "link_clicks"."place", "link_clicks"."item"
  order by sum("link_clicks"."clicks") desc, "link_clicks"."block", "link_clicks"."place", "link_clicks"."item";
--   SEARCH link_clicks USING INDEX sqlite_autoindex_link_clicks_1 (day>?)
--   USE TEMP B-TREE FOR GROUP BY
--   USE TEMP B-TREE FOR ORDER BY

select "articles"."id", "articles"."headline", "articles"."language", "clicks"
  from (select "article_id", sum("clicks") as "clicks"
  from "link_clicks"
  where "link_clicks"."day" >= ?
  group by "link_clicks"."article_id"
  order by sum("link_clicks"."clicks") desc, "link_clicks"."article_id" desc
  limit ?) "most"
  inner join "articles" on "articles"."id" = "most"."article_id"
  order by "clicks" desc, "articles"."id" desc;
--   CO-ROUTINE most
--   SCAN link_clicks USING INDEX link_clicks_by_article
--   USE TEMP B-TREE FOR ORDER BY
--   SCAN most
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR LAST TERM OF ORDER BY


-- the links around a story: 5 queries

select "id", "headline", "language", "state"
  from "articles"
  where "articles"."id" = ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

select distinct "source_id"
  from "links"
  where ("links"."target_id" = ? and "links"."source_id" <> ?)
  order by "links"."source_id" desc
  limit ?;
--   SEARCH links USING INDEX links_by_target (target_id=?)
--   USE TEMP B-TREE FOR DISTINCT

select "articles"."id", "articles"."headline", "articles"."language", "articles"."state", "links"."place"
  from "links"
  inner join "articles" on "articles"."id" = "links"."source_id"
  where (("links"."target_id" = ? and "links"."source_id" <> ?) and "links"."source_id" in (select value
  from json_each(?)))
  order by "links"."source_id" desc, "links"."position" asc;
--   SEARCH links USING INDEX links_by_target (target_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CREATE BLOOM FILTER
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR ORDER BY

select "articles"."id", "articles"."headline", "articles"."language", "articles"."state", "links"."place"
  from "links"
  inner join "articles" on "articles"."id" = "links"."target_id"
  where ("links"."source_id" = ? and "links"."target_id" <> ?)
  order by "links"."position" asc;
--   SEARCH links USING INDEX sqlite_autoindex_links_1 (source_id=?)
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

select count(distinct "source_id")
  from "links"
  where ("links"."target_id" = ? and "links"."source_id" <> ?);
--   USE TEMP B-TREE FOR count(DISTINCT)
--   SEARCH links USING INDEX links_by_target (target_id=?)


-- older stories that should link to a new one: 15 queries, 3 of them not above

select "article_id", "id"
  from "outbox"
  where ("outbox"."id" > coalesce((select "back_link_progress"."through"
  from "back_link_progress"), 0) and "outbox"."event" = ?)
  order by "outbox"."id" asc
  limit ?;
--   SEARCH outbox USING INTEGER PRIMARY KEY (rowid>?)
--   SCALAR SUBQUERY 1
--   SCAN back_link_progress

select "id", "headline", "standfirst", "body", "language", "translation_of_id", "published_at"
  from "articles"
  where ("articles"."id" in (select value
  from json_each(?)) and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "article_id", "topic_id"
  from "article_topics"
  where "article_topics"."article_id" in (select value
  from json_each(?));
--   SEARCH article_topics USING COVERING INDEX sqlite_autoindex_article_topics_1 (article_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:


-- addresses: 2 queries

select "redirects"."from_path", "redirects"."created_at", "articles"."id", "articles"."headline", case when "articles"."state" not in (?, ?) then "articles"."state" when "articles"."published_at" > ? then 'scheduled' when "articles"."withdrawn_at" <= ? then 'withdrawn' else 'published' end, "articles"."language"
  from "redirects"
  left join "articles" on "articles"."id" = "redirects"."article_id"
  order by "redirects"."created_at" desc, "redirects"."from_path"
  limit ?;
--   SCAN redirects
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   USE TEMP B-TREE FOR ORDER BY

select count(*)
  from "redirects"
  left join "articles" on "articles"."id" = "redirects"."article_id";
--   SCAN redirects USING COVERING INDEX redirects_by_article
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN


-- log: 2 queries

select "id", "at", "action", "actor_kind", "user_id", "actor_name", "token_id", "token_name", "address", "thing_id", "thing_name", "detail"
  from "audit_log"
  order by "audit_log"."id" desc
  limit ?;
--   SCAN audit_log

select "id", "at", "action", "actor_kind", "user_id", "actor_name", "token_id", "token_name", "address", "thing_id", "thing_name", "detail"
  from "audit_log"
  where ("audit_log"."action" >= ? and "audit_log"."action" < ?)
  order by "audit_log"."id" desc
  limit ?;
--   SEARCH audit_log USING INDEX audit_log_by_action (action>? AND action<?)
--   USE TEMP B-TREE FOR ORDER BY
