-- Queries of what is done with a story
-- Written by `npm run queries`; below each query how SQLite answers it (EXPLAIN QUERY PLAN).

-- a story is begun: 32 queries, 26 of them not above

select total_changes();
--   SCAN CONSTANT ROW

insert into "articles" ("id", "state", "kind", "headline", "kicker", "standfirst", "body", "slug", "section_id", "dateline", "language", "lead_media_id", "seo_title", "seo_description", "translation_of_id", "is_unlisted", "created_at", "saved_at", "published_at", "updated_at", "embargo_until", "withdrawn_at", "withdrawal_reason", "version", "owner_id", "deleted_at")
  values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null)
  returning "id";
--   SEARCH outside_links USING COVERING INDEX sqlite_autoindex_outside_links_1 (source_id=?)
--   SEARCH link_clicks USING COVERING INDEX link_clicks_by_article (article_id=?)
--   SEARCH link_proposals USING COVERING INDEX link_proposals_by_target (target_id=?)
--   SEARCH link_proposals USING COVERING INDEX link_proposals_by_pair (source_id=?)
--   SEARCH link_batch_stories USING COVERING INDEX link_batch_stories_by_source (source_id=?)
--   SEARCH timelines USING COVERING INDEX timelines_by_lead (lead_id=?)
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH timeline_removals USING COVERING INDEX timeline_removals_by_article (article_id=?)
--   SEARCH refused_stories USING COVERING INDEX refused_stories_by_article (article_id=?)
--   SEARCH proposed_stories USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH event_pairs USING COVERING INDEX event_pairs_by_other (other_id=?)
--   SEARCH event_pairs USING COVERING INDEX sqlite_autoindex_event_pairs_1 (one_id=?)
--   SEARCH link_pairs USING COVERING INDEX link_pairs_by_target (target_id=?)
--   SEARCH link_pairs USING COVERING INDEX sqlite_autoindex_link_pairs_1 (source_id=?)
--   SEARCH article_reads USING COVERING INDEX sqlite_autoindex_article_reads_1 (article_id=?)
--   SEARCH withheld_pictures USING COVERING INDEX sqlite_autoindex_withheld_pictures_1 (article_id=?)
--   SEARCH picture_uses USING COVERING INDEX picture_uses_by_article (article_id=?)
--   SEARCH picture_events USING COVERING INDEX picture_events_by_article (article_id=?)
--   SEARCH story_plans USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH notifications USING COVERING INDEX notifications_by_article (article_id=?)
--   SEARCH emptied_drafts USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH strips USING COVERING INDEX strips_by_article (article_id=?)
--   SEARCH front_clipboard USING COVERING INDEX front_clipboard_by_article (article_id=?)
--   SEARCH edition_stories USING COVERING INDEX edition_stories_by_article (article_id=?)
--   SEARCH site_faults USING COVERING INDEX site_faults_by_article (article_id=?)
--   SEARCH working_copies USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH preview_links USING COVERING INDEX preview_links_by_article (article_id=?)
--   SEARCH notes USING COVERING INDEX notes_by_article (article_id=?)
--   SEARCH late_runs USING COVERING INDEX sqlite_autoindex_late_runs_1 (article_id=?)
--   SEARCH conflicts USING COVERING INDEX conflicts_by_article (article_id=?)
--   SEARCH revisions USING COVERING INDEX sqlite_autoindex_revisions_1 (article_id=?)
--   SEARCH redirects USING COVERING INDEX redirects_by_article (article_id=?)
--   SEARCH links USING COVERING INDEX links_by_target (target_id=?)
--   SEARCH links USING COVERING INDEX sqlite_autoindex_links_1 (source_id=?)
--   SEARCH corrections USING COVERING INDEX corrections_by_article (article_id=?)
--   SEARCH bylines USING COVERING INDEX sqlite_autoindex_bylines_1 (article_id=?)
--   SEARCH articles USING COVERING INDEX articles_by_original (translation_of_id=?)
--   SEARCH article_topics USING COVERING INDEX sqlite_autoindex_article_topics_1 (article_id=?)

delete
  from "article_topics"
  where "article_topics"."article_id" = ?;
--   SEARCH article_topics USING COVERING INDEX sqlite_autoindex_article_topics_1 (article_id=?)

delete
  from "bylines"
  where "bylines"."article_id" = ?;
--   SEARCH bylines USING COVERING INDEX sqlite_autoindex_bylines_1 (article_id=?)

delete
  from "links"
  where "links"."source_id" = ?;
--   SEARCH links USING COVERING INDEX sqlite_autoindex_links_1 (source_id=?)

delete
  from "outside_links"
  where "outside_links"."source_id" = ?;
--   SEARCH outside_links USING COVERING INDEX sqlite_autoindex_outside_links_1 (source_id=?)

insert into "revisions" ("article_id", "version", "snapshot", "saved_at", "saved_by", "saved_by_id", "reason", "remark", "aside", "save_key")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, null);

insert into "audit_log" ("id", "at", "action", "actor_kind", "user_id", "actor_name", "token_id", "token_name", "address", "thing_id", "thing_name", "detail")
  values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  returning "id";

select "name"
  from "authors"
  where "authors"."id" in (select value
  from json_each(?))
  union all select "name"
  from "topics"
  where "topics"."id" in (select value
  from json_each(?))
  union all select "name"
  from "sections"
  where "sections"."id" in (select value
  from json_each(?));
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH authors USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   UNION ALL
--   SEARCH topics USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 3
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   UNION ALL
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 5
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "state", "published_at", "created_at", "kind", "language", "section_id"
  from "articles"
  where "articles"."id" = ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

select "topic_id"
  from "article_topics"
  where "article_topics"."article_id" = ?;
--   SEARCH article_topics USING COVERING INDEX sqlite_autoindex_article_topics_1 (article_id=?)

select "author_id"
  from "bylines"
  where "bylines"."article_id" = ?;
--   SEARCH bylines USING INDEX sqlite_autoindex_bylines_1 (article_id=?)

select number
  from search_documents
  where article_id = ?;
--   SEARCH search_documents USING INTEGER PRIMARY KEY (rowid=?)

select number
  from search_documents
  where number >= ?
  order by number
  limit ?;
--   SEARCH search_documents USING COVERING INDEX sqlite_autoindex_search_documents_1 (number>?)

insert into search_documents (article_id, number, fold)
  values (?, ?, ?);

insert into search_heads (rowid, headline, standfirst, names, others, subjects)
  values (?, ?, ?, ?, ?, ?);

insert into search_texts (rowid, words, others, subjects)
  values (?, ?, ?, ?);

select distinct value as word
  from json_each(?)
  where value not in (select word
  from search_words);
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   USING INDEX sqlite_autoindex_search_words_1 FOR IN-OPERATOR
--   USE TEMP B-TREE FOR DISTINCT

insert into search_words (word, reversed, sound)
  values (?, ?, ?);

insert or ignore into search_stems (language, stem, word) select ?, value ->> '$.stem', value ->> '$.word'
  from json_each(?);
--   SCAN json_each VIRTUAL TABLE INDEX 1:

delete
  from related_stories
  where article_id = ?
  returning terms;
--   SEARCH related_stories USING INTEGER PRIMARY KEY (rowid=?)

select shown.id as id, max(shown.own) and shown.id not in ( select media_id
  from withheld_pictures
  where article_id = ? ) as isOwn
  from ( select lead_media_id as id, 1 as own
  from articles
  where id = ?
  union all select part.value, 1
  from articles, json_tree(articles.body) part
  where articles.id = ? and part.key = 'media'
  union all select json_extract(manuscript, '$.leadMediaId'), 0
  from working_copies
  where article_id = ?
  union all select part.value, 0
  from working_copies, json_tree(working_copies.manuscript, '$.body') part
  where article_id = ? and part.key = 'media' ) shown join "media" on "media"."id" = shown.id
  group by shown.id;
--   CO-ROUTINE shown
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   UNION ALL
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   SCAN part VIRTUAL TABLE INDEX 1:
--   UNION ALL
--   SEARCH working_copies USING INTEGER PRIMARY KEY (rowid=?)
--   UNION ALL
--   SEARCH working_copies USING INTEGER PRIMARY KEY (rowid=?)
--   SCAN part VIRTUAL TABLE INDEX 3:
--   SCAN shown
--   SEARCH media USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR GROUP BY
--   LIST SUBQUERY 1
--   SEARCH withheld_pictures USING COVERING INDEX sqlite_autoindex_withheld_pictures_1 (article_id=?)
--   CREATE BLOOM FILTER

select "media_id", "article_id", "state", "since"
  from "picture_uses"
  where "picture_uses"."article_id" = ?;
--   SEARCH picture_uses USING INDEX picture_uses_by_article (article_id=?)

select "id", "slug", "name", "description", "parent_id"
  from "sections"
  order by "sections"."position" asc, "sections"."id" asc;
--   SCAN sections
--   USE TEMP B-TREE FOR ORDER BY

select "id"
  from "corrections"
  where "corrections"."article_id" = ?
  limit ?;
--   SEARCH corrections USING COVERING INDEX corrections_by_article (article_id=?)

select "timeline_id"
  from "timeline_stories"
  where "timeline_stories"."article_id" = ?;
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)


-- it is published: 9 queries, 7 of them not above

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

select "name", "tagline", "language", "time_zone", "organisation", "distribution", "marks"
  from "settings"
  where "settings"."id" = ?;
--   SEARCH settings USING INTEGER PRIMARY KEY (rowid=?)

select "id", "headline", "language", "translation_of_id"
  from "articles"
  where ("articles"."translation_of_id" in (select value
  from json_each(?)) and "articles"."id" <> ? and "articles"."deleted_at" is null)
  order by "articles"."id" asc;
--   SEARCH articles USING INDEX articles_by_original (translation_of_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   USE TEMP B-TREE FOR ORDER BY

select "id", "place", "set_aside", "after_id", "written_by", "written_at"
  from "conflicts"
  where ("conflicts"."article_id" = ? and "conflicts"."settled_at" is null)
  order by "conflicts"."id" asc;
--   SEARCH conflicts USING INDEX conflicts_by_article (article_id=? AND settled_at=?)


-- it is read for a change: 4 queries, 0 of them not above


-- it is withdrawn: 6 queries, 0 of them not above


-- what is due is applied: 21 queries, 10 of them not above

select "id"
  from "articles"
  where "articles"."state" = 'scheduled' and "articles"."published_at" <= ?
  order by "articles"."published_at" asc, "articles"."id" asc
  limit ?;
--   SEARCH articles USING COVERING INDEX articles_due (published_at<?)

select "id"
  from "articles"
  where "articles"."withdrawn_at" is not null and "articles"."state" in ('scheduled', 'published') and "articles"."withdrawn_at" <= ?
  order by "articles"."withdrawn_at" asc, "articles"."id" asc
  limit ?;
--   SEARCH articles USING INDEX articles_ending (withdrawn_at>? AND withdrawn_at<?)

select "former_id", "into_id", "name"
  from "merged_names"
  where ("merged_names"."kind" = ? and "merged_names"."former_id" in (select value
  from json_each(?)));
--   SEARCH merged_names USING INDEX sqlite_autoindex_merged_names_1 (kind=? AND former_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

update "articles"
  set "state" = ?, "saved_at" = ?, "version" = ?
  where "articles"."id" = ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

insert into "outbox" ("id", "key", "event", "article_id", "version", "happened_at")
  values (null, ?, ?, ?, ?, ?)
  on conflict do nothing;

insert into "late_runs" ("article_id", "due_at", "ran_at", "event")
  values (?, ?, ?, ?)
  on conflict do nothing;

insert into "picture_uses" ("media_id", "article_id", "state", "since")
  values (?, ?, ?, ?);

insert into "picture_events" ("id", "media_id", "kind", "article_id", "place", "happened_at", "by", "replaced_by_id")
  values (null, ?, ?, ?, ?, ?, ?, ?);

select min("published_at")
  from "articles"
  where "articles"."state" = 'scheduled' and "articles"."published_at" > ?;
--   SEARCH articles USING COVERING INDEX articles_due (published_at>?)

select min("withdrawn_at")
  from "articles"
  where "articles"."withdrawn_at" is not null and "articles"."state" in ('scheduled', 'published') and "articles"."withdrawn_at" > ?;
--   SEARCH articles USING INDEX articles_ending (withdrawn_at>?)
