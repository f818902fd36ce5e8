-- Queries of what the site does by itself
-- Written by `npm run queries`; below each query how SQLite answers it (EXPLAIN QUERY PLAN).

-- at the start: 1040 queries, 36 of them not above

select "id", "version", "alt", "caption", "credit", "creator", "copyright", "licence_url", "acquire_url", "place", "keywords", "taken_on", "rights_category", "restrictions", "width_px", "height_px", "focal_x", "focal_y", "original", "files", "is_avif_ahead", "created_at", "file_name", "added_by", "added_by_id", "search_words", "deleted_at", "emptied_at", "emptied_by"
  from "media"
  where ("media"."id" > ? and "media"."search_words" = lower(trim("media"."alt" || ' ' || "media"."caption" || ' ' || "media"."credit" || ' ' || "media"."creator" || ' ' || "media"."copyright")))
  order by "media"."id" asc
  limit ?;
--   SEARCH media USING INTEGER PRIMARY KEY (rowid>?)

select (select count(*)
  from "articles") - (select count(*)
  from search_documents
  where fold = ?) as words, (select count(*)
  from "articles"
  where "articles"."state" in (?, ?) and "articles"."published_at" is not null) - (select count(*)
  from related_stories
  where fold = ?) as related;
--   SCAN CONSTANT ROW
--   SCALAR SUBQUERY 1
--   SCAN articles USING COVERING INDEX articles_by_save
--   SCALAR SUBQUERY 2
--   SEARCH search_documents USING COVERING INDEX search_documents_by_fold (fold=?)
--   SCALAR SUBQUERY 3
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at>?)
--   SCALAR SUBQUERY 4
--   SEARCH related_stories USING COVERING INDEX related_stories_by_fold (fold=?)

select max(id) as id
  from "articles";
--   SEARCH articles

select "articles"."id" as id
  from "articles"
  left join search_documents as words on words.article_id = "articles"."id"
  left join related_stories as related on related.article_id = "articles"."id"
  where "articles"."id" >= ? and "articles"."id" < ? and (words.fold is null or words.fold <> ? or related.fold <> ? or (related.fold is null and "articles"."state" in (?, ?) and "articles"."published_at" is not null))
  order by "articles"."id" desc;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)
--   SEARCH words USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   SEARCH related USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select total_changes();
--   SCAN CONSTANT ROW

select 1
  from "articles"
  where "articles"."id" = ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

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

delete
  from related_stories
  where article_id = ?
  returning terms;
--   SEARCH related_stories USING INTEGER PRIMARY KEY (rowid=?)

insert or ignore into search_stems (language, stem, word) select ?, value ->> '$.stem', value ->> '$.word'
  from json_each(?);
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select related_terms.term as term, related_terms.id as id
  from json_each(?) join related_terms on related_terms.term = value;
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH related_terms USING PRIMARY KEY (term=?)

select terms
  from related_totals;
--   SCAN related_totals

insert into related_terms (term, id) select value ->> 0, value ->> 1
  from json_each(?);
--   SCAN json_each VIRTUAL TABLE INDEX 1:

insert into related_counts (id, stories) select value ->> 1, 0
  from json_each(?);
--   SCAN json_each VIRTUAL TABLE INDEX 1:

update related_totals
  set terms = ?;
--   SCAN related_totals

select facts
  from related_blocks
  where block = ?;
--   SEARCH related_blocks USING INTEGER PRIMARY KEY (rowid=?)

insert into related_stories (article_id, fold, terms)
  values (?, ?, ?);

select term, stories
  from related_postings
  where term in (select value
  from json_each(?)) and block = ?;
--   SEARCH related_postings USING PRIMARY KEY (term=? AND block=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

insert into related_postings (term, block, stories) select value ->> 0, ?, unhex(value ->> 1)
  from json_each(?)
  where true
  on conflict (term, block) do update
  set stories = excluded.stories;
--   SCAN json_each VIRTUAL TABLE INDEX 1:

delete
  from related_postings
  where block = ? and length(stories) = 0 and term in (select value
  from json_each(?));
--   SEARCH related_postings USING PRIMARY KEY (term=? AND block=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

update related_counts
  set stories = stories + (changed.value ->> 1)
  from json_each(?) changed
  where related_counts.id = changed.value ->> 0;
--   SCAN changed VIRTUAL TABLE INDEX 1:
--   SEARCH related_counts USING INTEGER PRIMARY KEY (rowid=?)

insert into related_blocks (block, facts)
  values (?, ?)
  on conflict (block) do update
  set facts = excluded.facts;

update related_totals
  set stories = stories + ?, length = length + ?;
--   SCAN related_totals


-- every second: 4 queries

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

select min("published_at")
  from "articles"
  where "articles"."state" = 'scheduled' and "articles"."published_at" > ?;
--   SEARCH articles USING COVERING INDEX articles_due (published_at>?)

select min("withdrawn_at")
  from "articles"
  where "articles"."withdrawn_at" is not null and "articles"."state" in ('scheduled', 'published') and "articles"."withdrawn_at" > ?;
--   SEARCH articles USING INDEX articles_ending (withdrawn_at>?)


-- after a commit: search: 2 queries, 1 of them not above

select article_id as id
  from search_documents
  where fold = ?
  order by article_id desc
  limit ?;
--   SEARCH search_documents USING COVERING INDEX search_documents_by_fold (fold=?)


-- after a commit: timelines: 16 queries, 12 of them not above

select article_id as id
  from event_marks
  order by article_id desc
  limit ?;
--   SCAN event_marks

delete
  from event_marks
  where article_id in (select value
  from json_each(?)) and not exists (select 1
  from articles
  where articles.id = article_id and articles.published_at >= ?) and not exists (select 1
  from event_pairs
  where one_id = article_id) and not exists (select 1
  from event_pairs
  where other_id = article_id)
  returning article_id as id;
--   SEARCH event_marks USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 2
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 3
--   SEARCH event_pairs USING COVERING INDEX sqlite_autoindex_event_pairs_1 (one_id=?)
--   CORRELATED SCALAR SUBQUERY 4
--   SEARCH event_pairs USING COVERING INDEX event_pairs_by_other (other_id=?)

select "one_id", "other_id"
  from "event_pairs"
  where ("event_pairs"."one_id" = ? or "event_pairs"."other_id" = ?);
--   MULTI-INDEX OR
--   INDEX 1
--   SEARCH event_pairs USING COVERING INDEX sqlite_autoindex_event_pairs_1 (one_id=?)
--   INDEX 2
--   SEARCH event_pairs USING INDEX event_pairs_by_other (other_id=?)

delete
  from "event_pairs"
  where ("event_pairs"."one_id" = ? or "event_pairs"."other_id" = ?);
--   MULTI-INDEX OR
--   INDEX 1
--   SEARCH event_pairs USING COVERING INDEX sqlite_autoindex_event_pairs_1 (one_id=?)
--   INDEX 2
--   SEARCH event_pairs USING INDEX event_pairs_by_other (other_id=?)

select id, version
  from articles
  where id in (select value
  from json_each(?));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select other_id as id
  from event_pairs
  where one_id in (select value
  from json_each(?)) union select one_id
  from event_pairs
  where other_id in (select value
  from json_each(?));
--   MERGE (UNION)
--   LEFT
--   SEARCH event_pairs USING COVERING INDEX sqlite_autoindex_event_pairs_1 (one_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   USE TEMP B-TREE FOR ORDER BY
--   RIGHT
--   SEARCH event_pairs USING INDEX event_pairs_by_other (other_id=?)
--   LIST SUBQUERY 3
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   USE TEMP B-TREE FOR ORDER BY

delete
  from "proposed_stories"
  where "proposed_stories"."article_id" in (select value
  from json_each(?));
--   SEARCH proposed_stories USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select one_id as one, other_id as other, likeness
  from event_pairs
  where one_id in (select value
  from json_each(?)) and (select state
  from articles
  where articles.id = one_id) = 'published' and not exists (select 1
  from timeline_stories
  where article_id = one_id) and (select state
  from articles
  where articles.id = other_id) = 'published' and not exists (select 1
  from timeline_stories
  where article_id = other_id) and not exists (select 1
  from refused_stories mine join refused_stories theirs on theirs.refusal_id = mine.refusal_id
  where mine.article_id = one_id and theirs.article_id = other_id) union select one_id as one, other_id as other, likeness
  from event_pairs
  where other_id in (select value
  from json_each(?)) and (select state
  from articles
  where articles.id = one_id) = 'published' and not exists (select 1
  from timeline_stories
  where article_id = one_id) and (select state
  from articles
  where articles.id = other_id) = 'published' and not exists (select 1
  from timeline_stories
  where article_id = other_id) and not exists (select 1
  from refused_stories mine join refused_stories theirs on theirs.refusal_id = mine.refusal_id
  where mine.article_id = one_id and theirs.article_id = other_id);
--   MERGE (UNION)
--   LEFT
--   SEARCH event_pairs USING INDEX sqlite_autoindex_event_pairs_1 (one_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 2
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 3
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 4
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 5
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 6
--   SEARCH mine USING INDEX refused_stories_by_article (article_id=?)
--   SEARCH theirs USING COVERING INDEX sqlite_autoindex_refused_stories_1 (refusal_id=? AND article_id=?)
--   RIGHT
--   SEARCH event_pairs USING INDEX event_pairs_by_other (other_id=?)
--   LIST SUBQUERY 8
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 9
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 10
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 11
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 12
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 13
--   SEARCH mine USING INDEX refused_stories_by_article (article_id=?)
--   SEARCH theirs USING COVERING INDEX sqlite_autoindex_refused_stories_1 (refusal_id=? AND article_id=?)
--   USE TEMP B-TREE FOR ORDER BY

select id, published_at as at
  from articles
  where id in (select value
  from json_each(?))
  order by id;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select article_id as id, refusal_id as refusal
  from refused_stories
  where article_id in (select value
  from json_each(?));
--   SEARCH refused_stories USING INDEX refused_stories_by_article (article_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

delete
  from "event_marks"
  where "event_marks"."article_id" = ?;
--   SEARCH event_marks USING INTEGER PRIMARY KEY (rowid=?)

select "found_timelines"
  from "settings"
  where "settings"."id" = ?;
--   SEARCH settings USING INTEGER PRIMARY KEY (rowid=?)


-- after a commit: links: 4 queries, 2 of them not above

select "article_id", "id"
  from "outbox"
  where ("outbox"."id" > coalesce((select "back_link_progress"."through"
  from "back_link_progress"), 0) and "outbox"."event" = ?)
  order by "outbox"."id" asc
  limit ?;
--   SEARCH outbox USING INTEGER PRIMARY KEY (rowid>?)
--   SCALAR SUBQUERY 1
--   SCAN back_link_progress

update "back_link_progress"
  set "through" = ?
  where "back_link_progress"."id" = ?;
--   SEARCH back_link_progress USING INTEGER PRIMARY KEY (rowid=?)


-- after a commit: pictures: 1 queries

select "id", "original"
  from "media"
  where is_avif_ahead = 1
  order by "media"."id" asc
  limit ?;
--   SCAN media USING INDEX media_avif_ahead


-- state of health: 6 queries

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

select count(*), min("created_at")
  from "deliveries"
  where ("deliveries"."delivered_at" is null and "deliveries"."given_up_at" is null);
--   SCAN deliveries USING INDEX deliveries_waiting

select count(*), min("outbox"."happened_at")
  from "outbox"
  inner join "receivers" on ("outbox"."id" > "receivers"."told_through" and "receivers"."is_on" = ? and "receivers"."kind" <> ?);
--   SCAN outbox
--   BLOOM FILTER ON receivers (is_on=?)
--   SEARCH receivers USING AUTOMATIC PARTIAL COVERING INDEX (is_on=?)

select count(*)
  from "deliveries"
  where ("deliveries"."given_up_at" is not null and "deliveries"."about" ->> '$.kind' <> 'test');
--   SEARCH deliveries USING INDEX deliveries_given_up (given_up_at>?)


-- every hour: links: 12 queries, 6 of them not above

select "back_links", "back_links_per_day"
  from "settings"
  where "settings"."id" = ?;
--   SEARCH settings USING INTEGER PRIMARY KEY (rowid=?)

select "id", "weights", "examples", "by_hand", "learned", "learned_at"
  from "learned_weights";
--   SCAN learned_weights

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

delete
  from "link_proposals"
  where "link_proposals"."found_at" < ?;
--   SEARCH link_proposals USING COVERING INDEX link_proposals_by_age (found_at<?)

delete
  from "link_batches"
  where "link_batches"."made_at" < ?;
--   SEARCH link_batches USING COVERING INDEX link_batches_by_instant (made_at<?)
--   SEARCH link_batch_stories USING COVERING INDEX sqlite_autoindex_link_batch_stories_1 (batch_id=?)

delete
  from "timeline_merges"
  where "timeline_merges"."merged_at" < ?;
--   SCAN timeline_merges


-- every hour: stories: 24 queries, 14 of them not above

select "merged_names"."kind", "merged_names"."former_id"
  from "merged_names"
  inner join "topics" on "topics"."id" = "merged_names"."former_id"
  where "merged_names"."kind" = ?
  order by "merged_names"."merged_at" asc, "merged_names"."former_id" asc;
--   SEARCH merged_names USING INDEX merged_names_by_target (kind=?)
--   SEARCH topics USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR ORDER BY

select "merged_names"."kind", "merged_names"."former_id"
  from "merged_names"
  inner join "authors" on "authors"."id" = "merged_names"."former_id"
  where "merged_names"."kind" = ?
  order by "merged_names"."merged_at" asc, "merged_names"."former_id" asc;
--   SEARCH merged_names USING INDEX merged_names_by_target (kind=?)
--   SEARCH authors USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR ORDER BY

select "id"
  from "articles"
  where "articles"."saved_at" >= ?;
--   SEARCH articles USING COVERING INDEX articles_by_save (saved_at>?)

select "id"
  from "articles"
  where ("articles"."deleted_at" is not null and ("articles"."deleted_at" <= ? or exists (select "article_id", "emptied_at", "emptied_by", "emptied_by_id"
  from "emptied_drafts"
  where ("emptied_drafts"."article_id" = "articles"."id" and "emptied_drafts"."emptied_at" <= ?))));
--   SEARCH articles USING COVERING INDEX articles_deleted (deleted_at>?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH emptied_drafts USING INTEGER PRIMARY KEY (rowid=?)

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

delete
  from "links"
  where "links"."target_id" = ?;
--   SEARCH links USING COVERING INDEX links_by_target (target_id=?)

delete
  from search_heads
  where rowid = ?;
--   SCAN search_heads VIRTUAL TABLE INDEX 0:=

delete
  from search_texts
  where rowid = ?;
--   SCAN search_texts VIRTUAL TABLE INDEX 0:=

delete
  from search_documents
  where article_id = ?;
--   SEARCH search_documents USING INTEGER PRIMARY KEY (rowid=?)

delete
  from "articles"
  where "articles"."id" = ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
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

insert into "audit_log" ("id", "at", "action", "actor_kind", "user_id", "actor_name", "token_id", "token_name", "address", "thing_id", "thing_name", "detail")
  values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  returning "id";

select "pages"."id", "pages"."slug", "pages"."version", "pages"."published_version", "pages"."published_at", "pages"."changed_at", "pages"."taken_down_at", "pages"."deleted_at", "pages"."emptied_at", "pages"."emptied_by", "page_versions"."page_id", "page_versions"."version", "page_versions"."headline", "page_versions"."description", "page_versions"."body", "page_versions"."saved_at", "page_versions"."saved_by", "page_versions"."saved_by_id", "page_versions"."reason", "page_versions"."remark"
  from "pages"
  inner join "page_versions" on ("page_versions"."page_id" = "pages"."id" and "page_versions"."version" = "pages"."version")
  where ("pages"."deleted_at" <= ? or "pages"."emptied_at" <= ?)
  order by "pages"."id" asc;
--   SCAN pages
--   SEARCH page_versions USING INDEX sqlite_autoindex_page_versions_1 (page_id=? AND version=?)


-- every hour: pictures: 11 queries, 9 of them not above

select "id", "alt", "original"
  from "media"
  where ("media"."deleted_at" is not null and ("media"."deleted_at" <= ? or "media"."emptied_at" <= ?))
  order by "media"."deleted_at" asc
  limit ?;
--   SEARCH media USING INDEX media_deleted (deleted_at>?)

select "media_id", count(*)
  from "picture_uses"
  where "picture_uses"."media_id" in (select value
  from json_each(?))
  group by "picture_uses"."media_id";
--   SEARCH picture_uses USING COVERING INDEX sqlite_autoindex_picture_uses_1 (media_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

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

select "stem"
  from "unclaimed_files"
  where "unclaimed_files"."noted_at" <= ?
  order by "unclaimed_files"."noted_at" asc, "unclaimed_files"."stem" asc
  limit ?;
--   SCAN unclaimed_files
--   USE TEMP B-TREE FOR ORDER BY


-- every hour: what is counted: 10 queries, 4 of them not above

delete
  from "deliveries"
  where ("deliveries"."delivered_at" < ? or "deliveries"."given_up_at" < ?);
--   SCAN deliveries

delete
  from "outbox"
  where ("outbox"."happened_at" < ? and not exists (select "id"
  from "receivers"
  where ("receivers"."is_on" = ? and "receivers"."kind" <> ? and "receivers"."told_through" < "outbox"."id")));
--   SCAN outbox
--   CORRELATED SCALAR SUBQUERY 1
--   SCAN receivers

delete
  from "article_reads"
  where "article_reads"."hour" < ?;
--   SEARCH article_reads USING COVERING INDEX article_reads_by_hour (hour<?)

delete
  from "link_clicks"
  where "link_clicks"."day" < ?;
--   SEARCH link_clicks USING COVERING INDEX sqlite_autoindex_link_clicks_1 (day<?)
