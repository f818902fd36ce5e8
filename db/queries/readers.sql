-- Queries of readers’ pages, and of what crawlers and programs read
-- Written by `npm run queries`; below each query how SQLite answers it (EXPLAIN QUERY PLAN).

-- front page: 23 queries, 18 of them not above

select "name", "tagline", "language", "time_zone", "organisation", "distribution", "marks"
  from "settings"
  where "settings"."id" = ?;
--   SEARCH settings USING INTEGER PRIMARY KEY (rowid=?)

select "id", "slug", "name", "description", "parent_id"
  from "sections"
  order by "sections"."position" asc, "sections"."id" asc;
--   SCAN sections
--   USE TEMP B-TREE FOR ORDER BY

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

select "id", "slug", "name", "description"
  from "topics"
  where "topics"."id" in (select value
  from json_each(?));
--   SEARCH topics USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

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

select "id", "label", "text", "article_id", "link", "starts_at", "ends_at", "raised_by", "raised_by_id"
  from "strips"
  where "strips"."starts_at" <= ?
  order by "strips"."starts_at" desc, "strips"."id" desc
  limit ?;
--   SEARCH strips USING INDEX strips_by_start (starts_at<?)

select "starts_at"
  from "strips"
  where "strips"."starts_at" > ?
  order by "strips"."starts_at"
  limit ?;
--   SEARCH strips USING COVERING INDEX strips_by_start (starts_at>?)

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


-- article: 25 queries, 10 of them not above

select "id", "state", "kind", "headline", "kicker", "standfirst", "body", "slug", "section_id", "dateline", "language", "lead_media_id", "seo_title", "seo_description", "translation_of_id", "is_unlisted", "created_at", "saved_at", "published_at", "updated_at", "embargo_until", "withdrawn_at", "withdrawal_reason", "version", "owner_id", "deleted_at", ( select json_group_array(media_id)
  from withheld_pictures
  where article_id = articles.id ), (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)), ("articles"."state" = ? or ("articles"."state" in (?, ?) and "articles"."published_at" <= ? and "articles"."withdrawn_at" <= ?))
  from "articles"
  where "articles"."id" = ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH withheld_pictures USING COVERING INDEX sqlite_autoindex_withheld_pictures_1 (article_id=?)

select "article_topics"."article_id", "topics"."id", "topics"."slug", "topics"."name", "topics"."description"
  from "article_topics"
  inner join "topics" on "topics"."id" = "article_topics"."topic_id"
  where "article_topics"."article_id" in (select value
  from json_each(?))
  order by "article_topics"."article_id" asc, "article_topics"."position" asc, "topics"."id" asc;
--   SEARCH article_topics USING INDEX sqlite_autoindex_article_topics_1 (article_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH topics USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY

select "id", "note", "corrected_at"
  from "corrections"
  where "corrections"."article_id" = ?
  order by "corrections"."corrected_at" asc, "corrections"."id" asc;
--   SEARCH corrections USING INDEX corrections_by_article (article_id=?)

select "id", "alt", "caption", "credit", "creator", "copyright", "licence_url", "acquire_url", "focal_x", "focal_y", "original", "width_px", "height_px", "files"
  from "media"
  where "media"."id" in (select value
  from json_each(?));
--   SEARCH media USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "articles"."id", "articles"."headline", "articles"."language", "articles"."slug", "sections"."id", "sections"."slug", "media"."id", "media"."alt", "media"."caption", "media"."credit", "media"."creator", "media"."copyright", "media"."licence_url", "media"."acquire_url", "media"."focal_x", "media"."focal_y", "media"."original", "media"."width_px", "media"."height_px", "media"."files", (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?))
  from "articles"
  inner join "sections" on "sections"."id" = "articles"."section_id"
  left join "media" on ("media"."id" = "articles"."lead_media_id" and not exists ( select 1
  from withheld_pictures
  where article_id = articles.id and media_id = articles.lead_media_id ))
  where "articles"."id" in (select value
  from json_each(?));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 2
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH media USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH withheld_pictures USING COVERING INDEX sqlite_autoindex_withheld_pictures_1 (article_id=? AND media_id=?)

select "articles"."id", "articles"."headline", "articles"."language", "articles"."slug", "sections"."id", "sections"."slug", "articles"."is_unlisted", (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?))
  from "articles"
  inner join "sections" on "sections"."id" = "articles"."section_id"
  where (("articles"."id" = ? or "articles"."translation_of_id" = ?) and "articles"."id" <> ?)
  order by "articles"."id" = ? desc, "articles"."id" asc;
--   MULTI-INDEX OR
--   INDEX 1
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   INDEX 2
--   SEARCH articles USING INDEX articles_by_original (translation_of_id=?)
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR ORDER BY

select "articles"."id" as id, "articles"."published_at" as at
  from "articles"
  where ("articles"."section_id" = ? and ((("articles"."state" in (?, ?) and +"articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and ("articles"."published_at", "articles"."id") < (?, ?) and "articles"."id" not in (select value
  from json_each(?))))
  order by at desc, id desc
  limit ? offset ?;
--   SEARCH articles USING COVERING INDEX articles_by_section (section_id=? AND published_at<?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CREATE BLOOM FILTER

select "timeline_stories"."article_id", "timelines"."id", "timelines"."name", "timelines"."slug"
  from "timeline_stories"
  inner join "timelines" on "timelines"."id" = "timeline_stories"."timeline_id"
  where "timeline_stories"."article_id" in (select value
  from json_each(?));
--   SEARCH timeline_stories USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH timelines USING INTEGER PRIMARY KEY (rowid=?)

select list_id as id, count(*) as stories
  from listed_stories
  where kind = ? and list_id in (select value
  from json_each(?)) and published_at <= ? and (withdrawn_at is null or withdrawn_at > ?)
  group by list_id;
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at<?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select (select min(published_at)
  from listed_stories
  where kind = ? and list_id in (select value
  from json_each(?)) and published_at > ?) as due, (select min(withdrawn_at)
  from listed_stories
  where kind = ? and list_id in (select value
  from json_each(?)) and withdrawn_at > ? and published_at <= ?) as ending;
--   SCAN CONSTANT ROW
--   SCALAR SUBQUERY 2
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at>?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SCALAR SUBQUERY 4
--   SEARCH listed_stories USING COVERING INDEX listed_stories_ending (kind=? AND list_id=? AND withdrawn_at>?)
--   LIST SUBQUERY 3
--   SCAN json_each VIRTUAL TABLE INDEX 1:


-- section: 18 queries, 5 of them not above

select "id", "slug", "name", "description", "parent_id"
  from "sections"
  where "sections"."slug" = ?;
--   SEARCH sections USING INDEX sections_slug_unique (slug=?)

select article_id as id, published_at as at
  from listed_stories
  where kind = ? and list_id = ? and published_at <= ? and (withdrawn_at is null or withdrawn_at > ?)
  union all select article_id as id, published_at as at
  from listed_stories
  where kind = ? and list_id = ? and published_at <= ? and (withdrawn_at is null or withdrawn_at > ?)
  union all select article_id as id, published_at as at
  from listed_stories
  where kind = ? and list_id = ? and published_at <= ? and (withdrawn_at is null or withdrawn_at > ?)
  order by at desc, id desc
  limit ? offset ?;
--   MERGE (UNION ALL)
--   LEFT
--   MERGE (UNION ALL)
--   LEFT
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at<?)
--   RIGHT
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at<?)
--   RIGHT
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at<?)

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

select "id", "arrangement", "withheld_pictures"
  from "editions"
  where ("editions"."section_id" = ? and "editions"."starts_at" <= ?)
  order by "editions"."starts_at" desc, "editions"."id" desc
  limit ?;
--   SEARCH editions USING INDEX editions_by_start (section_id=? AND starts_at<?)

select "starts_at"
  from "editions"
  where ("editions"."section_id" = ? and "editions"."starts_at" > ?)
  order by "editions"."starts_at"
  limit ?;
--   SEARCH editions USING COVERING INDEX editions_by_start (section_id=? AND starts_at>?)


-- section, page 2: 16 queries, 0 of them not above


-- topic: 15 queries, 2 of them not above

select "id", "slug", "name", "description"
  from "topics"
  where "topics"."slug" = ?;
--   SEARCH topics USING INDEX topics_slug_unique (slug=?)

select article_id as id, published_at as at
  from listed_stories
  where kind = ? and list_id = ? and published_at <= ? and (withdrawn_at is null or withdrawn_at > ?)
  order by at desc, id desc
  limit ? offset ?;
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at<?)


-- timeline: 18 queries, 1 of them not above

select "id", "slug", "name", "introduction", "language", "lead_id"
  from "timelines"
  where "timelines"."slug" = ?;
--   SEARCH timelines USING INDEX timelines_slug_unique (slug=?)


-- author: 15 queries, 1 of them not above

select "authors"."id", "authors"."slug", "authors"."name", "authors"."role", "authors"."bio", "media"."id", "media"."alt", "media"."caption", "media"."credit", "media"."creator", "media"."copyright", "media"."licence_url", "media"."acquire_url", "media"."focal_x", "media"."focal_y", "media"."original", "media"."width_px", "media"."height_px", "media"."files", "authors"."email", "authors"."links", "authors"."awaits_story", (not "authors"."awaits_story" or exists (select 1
  from "bylines"
  inner join "articles" on "articles"."id" = "bylines"."article_id"
  where ("bylines"."author_id" = "authors"."id" and "articles"."published_at" is not null)))
  from "authors"
  left join "media" on "media"."id" = "authors"."portrait_id"
  where "authors"."slug" = ?;
--   SEARCH authors USING INDEX authors_slug_unique (slug=?)
--   SEARCH media USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH bylines USING INDEX bylines_by_author (author_id=?)
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)


-- search: 30 queries, 10 of them not above

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

select count(*) as stories
  from (select 1
  from search_texts
  where search_texts match ?
  limit ?);
--   CO-ROUTINE (subquery-1)
--   SCAN search_texts VIRTUAL TABLE INDEX 0:M3
--   SCAN (subquery-1)

select json_group_array(number) as numbers
  from ( select rowid as number
  from search_texts
  where search_texts match ? and rowid between ? and ?
  order by rowid desc
  limit ?);
--   CO-ROUTINE (subquery-1)
--   SCAN search_texts VIRTUAL TABLE INDEX 192:M3><
--   SCAN (subquery-1)

select number
  from json_each(?) join search_documents on number = value join "articles" on "articles"."id" = article_id
  where (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?));
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH search_documents USING COVERING INDEX sqlite_autoindex_search_documents_1 (number=?)
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

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

select number, "articles"."id" as id
  from search_documents join "articles" on "articles"."id" = article_id
  where number in (select value
  from json_each(?)) and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?));
--   SEARCH search_documents USING COVERING INDEX sqlite_autoindex_search_documents_1 (number=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

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


-- suggestions of the search: 12 queries, 2 of them not above

select json_group_array(number) as numbers
  from ( select rowid as number
  from search_heads
  where search_heads match ? and rowid between ? and ?
  order by rowid desc
  limit ?);
--   CO-ROUTINE (subquery-1)
--   SCAN search_heads VIRTUAL TABLE INDEX 192:M5><
--   SCAN (subquery-1)

select "slug", "name"
  from "sections"
  order by "sections"."id";
--   SCAN sections


-- corrections: 12 queries, 3 of them not above

select "corrections"."id", "corrections"."note", "corrections"."corrected_at", "articles"."id", "articles"."headline", "articles"."language", "articles"."slug", "sections"."id", "sections"."slug"
  from "corrections"
  inner join "articles" on "articles"."id" = "corrections"."article_id"
  inner join "sections" on "sections"."id" = "articles"."section_id"
  where "corrections"."id" in (select id
  from corrections
  where corrected_at <= ? and article_id not in (select id
  from articles
  where state in ('draft', 'in-review')
  union all select id
  from articles
  where published_at > ?
  union all select id
  from articles
  where "articles"."withdrawn_at" >= -8640000000000000 and (state = 'withdrawn' or withdrawn_at <= ?))
  order by corrected_at desc, id desc
  limit ? offset ?)
  order by "corrections"."corrected_at" desc, "corrections"."id" desc;
--   SEARCH corrections USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 4
--   SEARCH corrections USING INDEX corrections_by_instant (corrected_at<?)
--   LIST SUBQUERY 3
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH articles USING COVERING INDEX articles_unpublished (state=?)
--   CREATE BLOOM FILTER
--   UNION ALL
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at>?)
--   CREATE BLOOM FILTER
--   UNION ALL
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at>?)
--   CREATE BLOOM FILTER
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR ORDER BY

select min("published_at") as "instant"
  from "articles"
  where ("articles"."published_at" > ? and "articles"."state" in (?, ?) and exists (select 1
  from "corrections"
  where "corrections"."article_id" = "articles"."id"))
  union all select min("withdrawn_at") as "instant"
  from "articles"
  where ("articles"."withdrawn_at" > ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and exists (select 1
  from "corrections"
  where "corrections"."article_id" = "articles"."id"));
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at>?)
--   SEARCH corrections EXISTS USING COVERING INDEX corrections_by_article (article_id=?)
--   UNION ALL
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at>?)
--   SEARCH corrections EXISTS USING COVERING INDEX corrections_by_article (article_id=?)

select (select coalesce(sum(stories), 0)
  from list_counts
  where kind = 'corrections' and list_id = 0 and span_days = ?) - (select count(*)
  from corrections
  where article_id in (select id
  from articles
  where state in ('draft', 'in-review')
  union all select id
  from articles
  where published_at > ?
  union all select id
  from articles
  where "articles"."withdrawn_at" >= -8640000000000000 and (state = 'withdrawn' or withdrawn_at <= ?))) as total;
--   SCAN CONSTANT ROW
--   SCALAR SUBQUERY 1
--   SEARCH list_counts USING PRIMARY KEY (kind=? AND list_id=? AND span_days=?)
--   SCALAR SUBQUERY 5
--   SEARCH corrections USING COVERING INDEX corrections_by_article (article_id=?)
--   LIST SUBQUERY 4
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH articles USING COVERING INDEX articles_unpublished (state=?)
--   UNION ALL
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at>?)
--   UNION ALL
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at>?)


-- archive: all years: 13 queries, 4 of them not above

select published_at as at
  from listed_stories
  where kind = 'paper' and list_id = 0 and published_at <= ? and (withdrawn_at is null or withdrawn_at > ?)
  order by published_at asc
  limit 1;
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at<?)

select published_at as at
  from listed_stories
  where kind = 'paper' and list_id = 0 and published_at <= ? and (withdrawn_at is null or withdrawn_at > ?)
  order by published_at desc
  limit 1;
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at<?)

select (select coalesce(sum(stories), 0)
  from list_counts
  where kind = 'paper' and list_id = 0 and span_days = 1 and span >= (value ->> 4) and span < (value ->> 5)) + (select count(*)
  from listed_stories
  where kind = 'paper' and list_id = 0 and published_at >= (value ->> 0) and published_at < (value ->> 1)) + (select count(*)
  from listed_stories
  where kind = 'paper' and list_id = 0 and published_at >= (value ->> 2) and published_at < (value ->> 3)) - (select count(*)
  from listed_stories
  where kind = 'paper' and list_id = 0 and published_at >= (value ->> 0) and published_at < (value ->> 3) and withdrawn_at <= ?) as stories
  from json_each(?)
  order by key;
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH list_counts USING PRIMARY KEY (kind=? AND list_id=? AND span_days=? AND span>? AND span<?)
--   CORRELATED SCALAR SUBQUERY 2
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at>? AND published_at<?)
--   CORRELATED SCALAR SUBQUERY 3
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at>? AND published_at<?)
--   CORRELATED SCALAR SUBQUERY 4
--   SEARCH listed_stories USING COVERING INDEX listed_stories_ending (kind=? AND list_id=? AND withdrawn_at<?)
--   USE TEMP B-TREE FOR ORDER BY

select (select min(published_at)
  from listed_stories
  where kind = 'paper' and list_id = 0 and published_at > ?) as due, (select min(withdrawn_at)
  from listed_stories
  where kind = 'paper' and list_id = 0 and withdrawn_at > ? and published_at <= ? and published_at >= coalesce(?, published_at) and (? is null or published_at < ?)) as ending;
--   SCAN CONSTANT ROW
--   SCALAR SUBQUERY 1
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at>?)
--   SCALAR SUBQUERY 2
--   SEARCH listed_stories USING COVERING INDEX listed_stories_ending (kind=? AND list_id=? AND withdrawn_at>?)


-- archive: a year: 13 queries, 1 of them not above

select published_at as at
  from listed_stories
  where kind = 'paper' and list_id = 0 and published_at >= ? and published_at <= ? and (withdrawn_at is null or withdrawn_at > ?)
  order by published_at asc
  limit 1;
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at>? AND published_at<?)


-- archive: a month: 13 queries, 0 of them not above


-- archive: a day: 15 queries, 2 of them not above

select article_id as id
  from listed_stories
  where kind = 'paper' and list_id = 0 and published_at >= ? and published_at < ? and published_at <= ? and (withdrawn_at is null or withdrawn_at > ?)
  order by published_at desc, article_id desc
  limit ? offset ?;
--   SEARCH listed_stories USING PRIMARY KEY (kind=? AND list_id=? AND published_at>? AND published_at<?)

select "articles"."id", "articles"."headline", "articles"."language", "articles"."slug", "articles"."published_at", "sections"."id", "sections"."name", "sections"."slug"
  from "articles"
  inner join "sections" on "sections"."id" = "articles"."section_id"
  where "articles"."id" in (select value
  from json_each(?));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?)


-- standing page: 10 queries, 1 of them not above

select "page_versions"."headline", "page_versions"."description", "page_versions"."body", "pages"."changed_at", "pages"."taken_down_at", "pages"."published_version"
  from "pages"
  left join "page_versions" on ("page_versions"."page_id" = "pages"."id" and "page_versions"."version" = "pages"."published_version")
  where "pages"."slug" = ?;
--   SEARCH pages USING INDEX pages_slug_unique (slug=?)
--   SEARCH page_versions USING INDEX sqlite_autoindex_page_versions_1 (page_id=? AND version=?) LEFT-JOIN


-- a redirect, or nothing there: 5 queries, 4 of them not above

select "articles"."id", "articles"."headline", "articles"."slug", "sections"."slug", (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)), ("articles"."state" = ? or ("articles"."state" in (?, ?) and "articles"."published_at" <= ? and "articles"."withdrawn_at" <= ?))
  from "articles"
  left join "sections" on "sections"."id" = "articles"."section_id"
  where "articles"."id" = ?;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select 1
  from (select 1)
  where (exists (select 1
  from "sections"
  where "sections"."slug" = ?) or exists (select 1
  from "staleness"
  where "staleness"."tag" = ?));
--   CO-ROUTINE (subquery-1)
--   SCAN CONSTANT ROW
--   SCALAR SUBQUERY 2
--   SEARCH sections USING COVERING INDEX sections_slug_unique (slug=?)
--   SCALAR SUBQUERY 3
--   SEARCH staleness USING COVERING INDEX sqlite_autoindex_staleness_1 (tag=?)
--   SCAN (subquery-1)
--   SCALAR SUBQUERY 2
--   SEARCH sections USING COVERING INDEX sections_slug_unique (slug=?)
--   SCALAR SUBQUERY 3
--   SEARCH staleness USING COVERING INDEX sqlite_autoindex_staleness_1 (tag=?)

select distinct "snapshot" ->> '$.slug'
  from "revisions"
  where ("revisions"."article_id" = ? and "revisions"."snapshot" ->> '$.state' not in ('draft', 'in-review'));
--   SEARCH revisions USING COVERING INDEX revisions_by_state_and_slug (article_id=?)
--   USE TEMP B-TREE FOR DISTINCT

select "redirects"."to_path", "articles"."id", "articles"."slug", "sections"."slug"
  from "redirects"
  left join "articles" on ("articles"."id" = "redirects"."article_id" and ((("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) or ("articles"."state" = ? or ("articles"."state" in (?, ?) and "articles"."published_at" <= ? and "articles"."withdrawn_at" <= ?))))
  left join "sections" on "sections"."id" = "articles"."section_id"
  where "redirects"."from_path" = ?;
--   SEARCH redirects USING INDEX sqlite_autoindex_redirects_1 (from_path=?)
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN


-- feed of the paper: 13 queries, 4 of them not above

select "id", "headline", "language", "slug", "standfirst", "body", "dateline", "section_id", "lead_media_id", ( select json_group_array(media_id)
  from withheld_pictures
  where article_id = articles.id ), "created_at", "published_at", "updated_at"
  from "articles"
  where "articles"."id" in (select value
  from json_each(?));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 2
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH withheld_pictures USING COVERING INDEX sqlite_autoindex_withheld_pictures_1 (article_id=?)

select "id", "article_id", "note", "corrected_at"
  from "corrections"
  where "corrections"."article_id" in (select value
  from json_each(?))
  order by "corrections"."corrected_at" asc, "corrections"."id" asc;
--   SEARCH corrections USING INDEX corrections_by_article (article_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   USE TEMP B-TREE FOR ORDER BY

select "id", "created_at", "withdrawn_at", "withdrawal_reason"
  from "articles"
  where ("articles"."withdrawn_at" >= -8640000000000000 and ("articles"."state" = ? or ("articles"."state" in (?, ?) and "articles"."published_at" <= ? and "articles"."withdrawn_at" <= ?)) and "articles"."published_at" <= "articles"."withdrawn_at")
  order by "articles"."withdrawn_at" desc, "articles"."id" desc
  limit ?;
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at>?)

select "terms"
  from "receivers"
  where ("receivers"."kind" = ? and "receivers"."is_on" = ?)
  order by "receivers"."id" asc;
--   SCAN receivers


-- feed of a section: 15 queries, 1 of them not above

select "id", "created_at", "withdrawn_at", "withdrawal_reason"
  from "articles"
  where ("articles"."withdrawn_at" >= -8640000000000000 and ("articles"."state" = ? or ("articles"."state" in (?, ?) and "articles"."published_at" <= ? and "articles"."withdrawn_at" <= ?)) and "articles"."published_at" <= "articles"."withdrawn_at" and +"articles"."section_id" in (select value
  from json_each(?)))
  order by "articles"."withdrawn_at" desc, "articles"."id" desc
  limit ?;
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at>?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CREATE BLOOM FILTER


-- feed of a topic: 14 queries, 1 of them not above

select "id", "created_at", "withdrawn_at", "withdrawal_reason"
  from "articles"
  where ("articles"."withdrawn_at" >= -8640000000000000 and ("articles"."state" = ? or ("articles"."state" in (?, ?) and "articles"."published_at" <= ? and "articles"."withdrawn_at" <= ?)) and "articles"."published_at" <= "articles"."withdrawn_at" and exists (select 1
  from article_topics
  where article_id = "articles"."id" and topic_id = ?))
  order by "articles"."withdrawn_at" desc, "articles"."id" desc
  limit ?;
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at>?)
--   SEARCH article_topics EXISTS USING COVERING INDEX sqlite_autoindex_article_topics_1 (article_id=? AND topic_id=?)


-- feed of a timeline: 14 queries, 1 of them not above

select "id", "created_at", "withdrawn_at", "withdrawal_reason"
  from "articles"
  where ("articles"."withdrawn_at" >= -8640000000000000 and ("articles"."state" = ? or ("articles"."state" in (?, ?) and "articles"."published_at" <= ? and "articles"."withdrawn_at" <= ?)) and "articles"."published_at" <= "articles"."withdrawn_at" and exists (select 1
  from timeline_stories
  where article_id = "articles"."id" and timeline_id = ?))
  order by "articles"."withdrawn_at" desc, "articles"."id" desc
  limit ?;
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at>?)
--   SEARCH timeline_stories EXISTS USING COVERING INDEX timeline_stories_by_timeline (timeline_id=? AND rowid=?)


-- feed of an author: 14 queries, 1 of them not above

select "id", "created_at", "withdrawn_at", "withdrawal_reason"
  from "articles"
  where ("articles"."withdrawn_at" >= -8640000000000000 and ("articles"."state" = ? or ("articles"."state" in (?, ?) and "articles"."published_at" <= ? and "articles"."withdrawn_at" <= ?)) and "articles"."published_at" <= "articles"."withdrawn_at" and exists (select 1
  from bylines
  where article_id = "articles"."id" and +author_id = ?))
  order by "articles"."withdrawn_at" desc, "articles"."id" desc
  limit ?;
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at>?)
--   SEARCH bylines EXISTS USING INDEX sqlite_autoindex_bylines_1 (article_id=?)


-- news sitemap: 14 queries, 5 of them not above

select "articles"."id", "articles"."headline", "articles"."slug", "sections"."slug", "articles"."language", "articles"."published_at"
  from "articles"
  inner join "sections" on "sections"."id" = "articles"."section_id"
  where ("articles"."published_at" > ? and "articles"."is_unlisted" = ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)))
  order by "articles"."published_at" desc, "articles"."id" desc
  limit ?;
--   SEARCH articles USING INDEX articles_by_publication (published_at>? AND published_at<?)
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?)

select count(*), min("published_at"), max("published_at")
  from "articles"
  where ("articles"."published_at" > ? and "articles"."is_unlisted" = ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)));
--   SEARCH articles USING INDEX articles_by_publication (published_at>? AND published_at<?)

select max("articles"."published_at")
  from "articles"
  where "articles"."published_at" <= ?;
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at<?)

select max("articles"."withdrawn_at")
  from "articles"
  where ("articles"."published_at" > ? and "articles"."withdrawn_at" <= ?);
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at<?)

select min("published_at") as "instant"
  from "articles"
  where ("articles"."published_at" > ? and "articles"."state" in (?, ?) and "articles"."published_at" > ?)
  union all select min("withdrawn_at") as "instant"
  from "articles"
  where ("articles"."withdrawn_at" > ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and "articles"."published_at" > ?);
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at>?)
--   UNION ALL
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at>? AND published_at<?)


-- sitemaps: 15 queries

select "articles"."id", "articles"."published_at", "articles"."updated_at", "articles"."slug", "sections"."slug", "sections"."id", "articles"."language", "articles"."is_unlisted", "articles"."translation_of_id", case when not exists ( select 1
  from withheld_pictures
  where article_id = articles.id and media_id = articles.lead_media_id ) then articles.lead_media_id end
  from "articles"
  inner join "sections" on "sections"."id" = "articles"."section_id"
  where ((("articles"."published_at", "articles"."id") > (?, ?) and ("articles"."published_at", "articles"."id") <= (?, ?)) and (("articles"."state" in (?, ?) and +"articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)))
  order by "articles"."published_at" asc, "articles"."id" asc
  limit ?;
--   SEARCH articles USING INDEX articles_by_publication (published_at>? AND published_at<?)
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?)
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH withheld_pictures USING COVERING INDEX sqlite_autoindex_withheld_pictures_1 (article_id=? AND media_id=?)

select "articles"."id", "articles"."translation_of_id", "articles"."slug", "sections"."slug", "articles"."language"
  from "articles"
  inner join "sections" on "sections"."id" = "articles"."section_id"
  where ("articles"."translation_of_id" in (select value
  from json_each(?)) and "articles"."is_unlisted" = ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)))
  order by "articles"."id" asc;
--   SEARCH articles USING INDEX articles_by_original (translation_of_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?)
--   USE TEMP B-TREE FOR ORDER BY

select "articles"."id", "articles"."translation_of_id", "articles"."slug", "sections"."slug", "articles"."language"
  from "articles"
  inner join "sections" on "sections"."id" = "articles"."section_id"
  where ("articles"."id" in (select value
  from json_each(?)) and "articles"."is_unlisted" = ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)))
  order by "articles"."id" asc;
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH sections USING INTEGER PRIMARY KEY (rowid=?)

select "id", "files"
  from "media"
  where "media"."id" in (select value
  from json_each(?));
--   SEARCH media USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "article_id", "topic_id"
  from "article_topics"
  where "article_topics"."article_id" in (select value
  from json_each(?));
--   SEARCH article_topics USING COVERING INDEX sqlite_autoindex_article_topics_1 (article_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select "article_id", "author_id"
  from "bylines"
  where ("bylines"."article_id" in (select value
  from json_each(?)) and "bylines"."author_id" is not null);
--   SEARCH bylines USING INDEX sqlite_autoindex_bylines_1 (article_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:

select max("staleness"."stale_at"), max(case when "articles"."withdrawn_at" <= ? then "articles"."withdrawn_at" end)
  from "articles"
  left join "staleness" on "staleness"."tag" = 'link:' || "articles"."id"
  where (("articles"."published_at", "articles"."id") > (?, ?) and ("articles"."published_at", "articles"."id") <= (?, ?));
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at>? AND published_at<?)
--   SEARCH staleness USING INDEX sqlite_autoindex_staleness_1 (tag=?) LEFT-JOIN

select "published_at"
  from "articles"
  where (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?))
  order by "articles"."published_at" asc
  limit ?;
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at<?)

select "published_at"
  from "articles"
  where (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?))
  order by "articles"."published_at" desc
  limit ?;
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at<?)

select min("published_at") as "instant"
  from "articles"
  where ("articles"."published_at" > ? and "articles"."state" in (?, ?) and (("articles"."published_at" >= ? and "articles"."published_at" < ?) or exists (select "id"
  from "articles" "other"
  where ("other"."published_at" >= ? and "other"."published_at" < ? and ("other"."id" = coalesce("articles"."translation_of_id", "articles"."id") or "other"."translation_of_id" = coalesce("articles"."translation_of_id", "articles"."id"))))))
  union all select min("withdrawn_at") as "instant"
  from "articles"
  where ("articles"."withdrawn_at" > ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and (("articles"."published_at" >= ? and "articles"."published_at" < ?) or exists (select "id"
  from "articles" "other"
  where ("other"."published_at" >= ? and "other"."published_at" < ? and ("other"."id" = coalesce("articles"."translation_of_id", "articles"."id") or "other"."translation_of_id" = coalesce("articles"."translation_of_id", "articles"."id"))))));
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH articles USING INDEX articles_by_publication (published_at>?)
--   CORRELATED SCALAR SUBQUERY 1
--   MULTI-INDEX OR
--   INDEX 1
--   SEARCH other USING INTEGER PRIMARY KEY (rowid=?)
--   INDEX 2
--   SEARCH other USING INDEX articles_by_original (translation_of_id=?)
--   UNION ALL
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at>?)
--   CORRELATED SCALAR SUBQUERY 3
--   MULTI-INDEX OR
--   INDEX 1
--   SEARCH other USING INTEGER PRIMARY KEY (rowid=?)
--   INDEX 2
--   SEARCH other USING INDEX articles_by_original (translation_of_id=?)

select "id", "slug"
  from "topics"
  where "topics"."id" > ?
  order by "topics"."id" asc
  limit ?;
--   SEARCH topics USING INTEGER PRIMARY KEY (rowid>?)

select "id", "slug"
  from "authors"
  where "authors"."id" > ?
  order by "authors"."id" asc
  limit ?;
--   SEARCH authors USING INTEGER PRIMARY KEY (rowid>?)

select "id", "slug"
  from "timelines"
  where "timelines"."id" > ?
  order by "timelines"."id" asc
  limit ?;
--   SEARCH timelines USING INTEGER PRIMARY KEY (rowid>?)

select "timeline_stories"."timeline_id", count(*), max(max("articles"."published_at", coalesce("articles"."updated_at", 0)))
  from "timeline_stories"
  inner join "articles" on "articles"."id" = "timeline_stories"."article_id"
  where ("timeline_stories"."timeline_id" in (select value
  from json_each(?)) and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)))
  group by "timeline_stories"."timeline_id";
--   SEARCH timeline_stories USING COVERING INDEX timeline_stories_by_timeline (timeline_id=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)

select max("corrections"."corrected_at")
  from "corrections"
  inner join "articles" on "articles"."id" = "corrections"."article_id"
  where (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?));
--   SEARCH corrections USING INDEX corrections_by_instant
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)


-- content API: stories: 9 queries, 1 of them not above

select "articles"."id", "articles"."headline", "articles"."language", "articles"."slug", "articles"."kicker", "articles"."standfirst", "articles"."kind", "articles"."published_at", "articles"."dateline", "articles"."updated_at", "articles"."is_unlisted", "articles"."section_id", "media"."id", "media"."alt", "media"."caption", "media"."credit", "media"."creator", "media"."copyright", "media"."licence_url", "media"."acquire_url", "media"."focal_x", "media"."focal_y", "media"."original", "media"."width_px", "media"."height_px", "media"."files"
  from "articles"
  left join "media" on ("media"."id" = "articles"."lead_media_id" and not exists ( select 1
  from withheld_pictures
  where article_id = articles.id and media_id = articles.lead_media_id ))
  where ("articles"."id" in (select value
  from json_each(?)) and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)));
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 2
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   SEARCH media USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
--   CORRELATED SCALAR SUBQUERY 1
--   SEARCH withheld_pictures USING COVERING INDEX sqlite_autoindex_withheld_pictures_1 (article_id=? AND media_id=?)


-- content API: stories of a section since a day: 11 queries, 3 of them not above

select "id"
  from "sections"
  where "sections"."slug" = ?;
--   SEARCH sections USING COVERING INDEX sections_slug_unique (slug=?)

select "articles"."id" as id, "articles"."published_at" as at
  from "articles"
  where ("articles"."section_id" = ? and ((("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and "articles"."published_at" >= ?))
  union all select "articles"."id" as id, "articles"."published_at" as at
  from "articles"
  where ("articles"."section_id" = ? and ((("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and "articles"."published_at" >= ?))
  union all select "articles"."id" as id, "articles"."published_at" as at
  from "articles"
  where ("articles"."section_id" = ? and ((("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and "articles"."published_at" >= ?))
  order by at desc, id desc
  limit ? offset ?;
--   MERGE (UNION ALL)
--   LEFT
--   MERGE (UNION ALL)
--   LEFT
--   SEARCH articles USING COVERING INDEX articles_by_section (section_id=? AND published_at>? AND published_at<?)
--   RIGHT
--   SEARCH articles USING COVERING INDEX articles_by_section (section_id=? AND published_at>? AND published_at<?)
--   RIGHT
--   SEARCH articles USING COVERING INDEX articles_by_section (section_id=? AND published_at>? AND published_at<?)

select min("published_at") as "instant"
  from "articles"
  where ("articles"."published_at" > ? and "articles"."state" in (?, ?) and (+"articles"."section_id" in (select value
  from json_each(?)) and "articles"."published_at" >= ?))
  union all select min("withdrawn_at") as "instant"
  from "articles"
  where ("articles"."withdrawn_at" > ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and (+"articles"."section_id" in (select value
  from json_each(?)) and "articles"."published_at" >= ?));
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH articles USING INDEX articles_by_publication (published_at>?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CREATE BLOOM FILTER
--   UNION ALL
--   SEARCH articles USING INDEX articles_by_publication (published_at>? AND published_at<?)
--   LIST SUBQUERY 3
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CREATE BLOOM FILTER


-- content API: stories of all sections until a day: 7 queries, 2 of them not above

select "articles"."id" as id, "articles"."published_at" as at
  from "articles"
  where ((("articles"."state" in (?, ?) and +"articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and "articles"."published_at" < ? and +"articles"."published_at" < ?)
  order by at desc, id desc
  limit ? offset ?;
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at<?)

select min("published_at") as "instant"
  from "articles"
  where ("articles"."published_at" > ? and "articles"."state" in (?, ?) and +"articles"."published_at" < ?)
  union all select min("withdrawn_at") as "instant"
  from "articles"
  where ("articles"."withdrawn_at" > ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and +"articles"."published_at" < ?);
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH articles USING COVERING INDEX articles_by_publication (published_at>?)
--   UNION ALL
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at>?)


-- content API: stories behind others: 9 queries, 2 of them not above

select "articles"."id" as id, "articles"."published_at" as at
  from "articles"
  where ("articles"."section_id" = ? and ((("articles"."state" in (?, ?) and +"articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and ("articles"."published_at", "articles"."id") < (?, ?)))
  union all select "articles"."id" as id, "articles"."published_at" as at
  from "articles"
  where ("articles"."section_id" = ? and ((("articles"."state" in (?, ?) and +"articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and ("articles"."published_at", "articles"."id") < (?, ?)))
  union all select "articles"."id" as id, "articles"."published_at" as at
  from "articles"
  where ("articles"."section_id" = ? and ((("articles"."state" in (?, ?) and +"articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and ("articles"."published_at", "articles"."id") < (?, ?)))
  order by at desc, id desc
  limit ? offset ?;
--   MERGE (UNION ALL)
--   LEFT
--   MERGE (UNION ALL)
--   LEFT
--   SEARCH articles USING COVERING INDEX articles_by_section (section_id=? AND published_at<?)
--   RIGHT
--   SEARCH articles USING COVERING INDEX articles_by_section (section_id=? AND published_at<?)
--   RIGHT
--   SEARCH articles USING COVERING INDEX articles_by_section (section_id=? AND published_at<?)

select min("published_at") as "instant"
  from "articles"
  where ("articles"."published_at" > ? and "articles"."state" in (?, ?) and +"articles"."section_id" in (select value
  from json_each(?)))
  union all select min("withdrawn_at") as "instant"
  from "articles"
  where ("articles"."withdrawn_at" > ? and (("articles"."state" in (?, ?) and "articles"."published_at" <= ?) and ("articles"."withdrawn_at" is null or "articles"."withdrawn_at" > ?)) and +"articles"."section_id" in (select value
  from json_each(?)));
--   COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--   SEARCH articles USING INDEX articles_by_publication (published_at>?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CREATE BLOOM FILTER
--   UNION ALL
--   SEARCH articles USING INDEX articles_by_withdrawal (withdrawn_at>?)
--   LIST SUBQUERY 3
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   CREATE BLOOM FILTER


-- content API: timelines: 2 queries

select list_id as id, count(*) filter (where published_at <= ? and (withdrawn_at is null or withdrawn_at > ?)) as stories, max(published_at) filter (where published_at <= ? and (withdrawn_at is null or withdrawn_at > ?)) as newestAt, min(published_at) filter (where published_at > ?) as due, min(withdrawn_at) filter (where withdrawn_at > ? and published_at <= ?) as ending
  from listed_stories
  where kind = 'timeline'
  group by list_id;
--   SEARCH listed_stories USING PRIMARY KEY (kind=?)

select "id", "slug", "name", "introduction", "language", "lead_id"
  from "timelines"
  where "timelines"."id" in (select value
  from json_each(?));
--   SEARCH timelines USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:


-- content API: search: 28 queries, 0 of them not above


-- llms.txt: 12 queries, 1 of them not above

select "language"
  from "articles"
  where "articles"."id" in (select value
  from json_each(?))
  group by "articles"."language"
  order by count(*) desc, "articles"."language";
--   SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)
--   LIST SUBQUERY 1
--   SCAN json_each VIRTUAL TABLE INDEX 1:
--   USE TEMP B-TREE FOR GROUP BY
--   USE TEMP B-TREE FOR ORDER BY
