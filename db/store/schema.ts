import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { users } from '@/db/store/account-schema'
import { languageTag, zoneName } from '@/db/store/checked-text'
import { instant } from '@/db/store/instant'
import { jsonWords, line, lines, name } from '@/db/store/words'
import { ARTICLE_KINDS, ARTICLE_STATES, type AuthorLink } from '@/lib/article/article'
import type { Body } from '@/lib/article/body'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { BACK_LINKS } from '@/lib/linking/back-links/back-link-rule'
import { OPEN_SLOTS } from '@/lib/linking/placement/open-slots'
import { FOUND_TIMELINES } from '@/lib/linking/timelines/found-timelines'
import { DEFAULT_DISTRIBUTION, type Distribution, type Organisation } from '@/lib/paper/site-settings'
import type { PaperMarks } from '@/lib/pictures/paper-marks'
import type { StoredFile } from '@/lib/pictures/picture-maker'
import { RIGHTS_CATEGORIES } from '@/lib/pictures/use-rights'

/** The site settings; one row. */
export const settings = sqliteTable(
  'settings',
  {
    id: integer().primaryKey(),
    name: name().notNull(),
    tagline: line().notNull(),
    language: languageTag().notNull(),
    timeZone: zoneName().notNull(),
    organisation: jsonWords<Organisation>().notNull(),
    distribution: text({ mode: 'json' }).$type<Distribution>().notNull().default(DEFAULT_DISTRIBUTION),
    /** null until an admin uploads an icon or a logo. */
    marks: text({ mode: 'json' }).$type<PaperMarks>(),
    /** What becomes of the open slots of a story that is published: they are left, or filled by the site. */
    openSlots: text({ enum: OPEN_SLOTS }).notNull().default('left'),
    /** What becomes of a timeline that the site finds: editors decide about it, or readers have it at once. */
    foundTimelines: text({ enum: FOUND_TIMELINES }).notNull().default('proposed'),
    /** What becomes of links from older stories to a new one, and how many the site places in a day at most. */
    backLinks: text({ enum: BACK_LINKS }).notNull().default('proposed'),
    backLinksPerDay: integer().notNull().default(20),
    /** Whether the site asks the addresses of other sites that stories link to. */
    checksOutsideLinks: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [check('settings_one_row', sql`${table.id} = 1`)],
)

export const sections = sqliteTable(
  'sections',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    slug: text().notNull().unique(),
    name: name().notNull(),
    description: line().notNull().default(''),
    /** null at the top of the tree. */
    parentId: integer().references((): AnySQLiteColumn => sections.id),
    /** Position among its siblings. */
    position: integer().notNull(),
  },
  (table) => [index('sections_by_parent').on(table.parentId, table.position)],
)

export const topics = sqliteTable('topics', {
  id: integer().primaryKey({ autoIncrement: true }),
  slug: text().notNull().unique(),
  name: name().notNull(),
  description: line().notNull().default(''),
})

export const authors = sqliteTable(
  'authors',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    slug: text().notNull().unique(),
    name: name().notNull(),
    role: line().notNull().default(''),
    bio: lines().notNull().default(''),
    /** null without a portrait. */
    portraitId: integer().references(() => media.id),
    /** Where readers can write to; empty for nowhere. */
    email: line().notNull().default(''),
    links: jsonWords<AuthorLink[]>().notNull().default([]),
    /** The account of this person at the desk; null for one who has none, or whose account is gone. */
    userId: text().references(() => users.id, { onDelete: 'set null' }),
    /** Whether readers get the page only once a story with this name was published, as of a name that came with an account. */
    awaitsStory: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [uniqueIndex('authors_by_user').on(table.userId)],
)

/** The topics and authors that were merged into another one, so that what was stored or typed before leads there. */
export const mergedNames = sqliteTable(
  'merged_names',
  {
    kind: text({ enum: ['topic', 'author'] }).notNull(),
    /** The id that no topic, or no author, has any more; while its stories are on their way, it has it still. */
    formerId: integer().notNull(),
    /** The one that holds its stories now; never a former id itself. */
    intoId: integer().notNull(),
    /** What it was called. */
    name: name().notNull(),
    mergedAt: instant().notNull(),
    mergedBy: name().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.formerId] }),
    index('merged_names_by_target').on(table.kind, table.intoId),
  ],
)

export const media = sqliteTable(
  'media',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** Each change of what is said of it increases it. */
    version: integer().notNull().default(1),
    alt: line().notNull(),
    caption: line().notNull().default(''),
    credit: line().notNull().default(''),
    /** Who made it, who owns it, where its licence is, and where to acquire one; empty where unknown. */
    creator: line().notNull().default(''),
    copyright: line().notNull().default(''),
    licenceUrl: text().notNull().default(''),
    acquireUrl: text().notNull().default(''),
    /** Where it shows, in words; empty where unknown. */
    place: line().notNull().default(''),
    keywords: jsonWords<string[]>().notNull().default(sql`'[]'`),
    /** The day on which it was taken, "2026-11-24"; null when unknown. */
    takenOn: text(),
    /** On what terms it may be used; null until somebody says so. */
    rightsCategory: text({ enum: RIGHTS_CATEGORIES }),
    /** What whoever uses it must heed; empty for nothing. */
    restrictions: line().notNull().default(''),
    widthPx: integer().notNull(),
    heightPx: integer().notNull(),
    /** The point that every crop keeps, as shares of width and height. */
    focalX: real().notNull().default(0.5),
    focalY: real().notNull().default(0.5),
    /** The name of the original file, below DATA_DIR/media. */
    original: text().notNull(),
    files: text({ mode: 'json' }).$type<StoredFile[]>().notNull(),
    /** Whether its files in AVIF are still to be made. */
    isAvifAhead: integer({ mode: 'boolean' }).notNull().default(false),
    createdAt: instant().notNull(),
    /** The name of the file as it was sent, and who sent it; empty when unknown. */
    fileName: line().notNull().default(''),
    addedBy: line().notNull().default(''),
    /** null without an account, and for pictures from before accounts were stored. */
    addedById: text().references(() => users.id, { onDelete: 'set null' }),
    /** Everything by which it can be found, in one form (lib/pictures/search-words.ts). */
    searchWords: text().notNull().default(''),
    /** When it was thrown away; it is deleted for good later. null while it is not. */
    deletedAt: instant(),
    /** When the bin was emptied of it, and by whom; null while it was not. It is deleted for good a day later. */
    emptiedAt: instant(),
    emptiedBy: line(),
  },
  (table) => [
    index('media_by_original').on(table.original),
    index('media_avif_ahead').on(table.id).where(sql.raw('is_avif_ahead = 1')),
    index('media_deleted').on(table.deletedAt).where(sql`${table.deletedAt} is not null`),
  ],
)

export const articles = sqliteTable(
  'articles',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    state: text({ enum: ARTICLE_STATES }).notNull(),
    kind: text({ enum: ARTICLE_KINDS }).notNull(),
    headline: line().notNull(),
    kicker: line().notNull(),
    standfirst: line().notNull(),
    body: jsonWords<Body>().notNull(),
    slug: text().notNull(),
    /** null while a draft has no section yet. */
    sectionId: integer().references(() => sections.id),
    dateline: line().notNull(),
    language: languageTag().notNull(),
    /** null without a lead image. */
    leadMediaId: integer().references(() => media.id),
    seoTitle: line(),
    seoDescription: line(),
    /** The story that this one translates; null for an original. */
    translationOfId: integer().references((): AnySQLiteColumn => articles.id, { onDelete: 'set null' }),
    /** Whether search engines are asked not to list it. */
    isUnlisted: integer({ mode: 'boolean' }).notNull().default(false),
    createdAt: instant().notNull(),
    /** The last save of any kind. */
    savedAt: instant().notNull(),
    /** First publication; in the future while scheduled; null before it is scheduled or published. */
    publishedAt: instant(),
    /** Last update or correction that is announced to readers; null when there was none. */
    updatedAt: instant(),
    /** The article may not be public before it; null without an embargo. */
    embargoUntil: instant(),
    /** The instant from which the article is withdrawn; null while no end is set. */
    withdrawnAt: instant(),
    /** The reason that readers of the withdrawn article see. */
    withdrawalReason: line().notNull().default(''),
    /** Counts saves, from 1. */
    version: integer().notNull(),
    /** Who created it at the desk; null when it came from the command line, an import or the demo edition. */
    ownerId: text().references(() => users.id, { onDelete: 'set null' }),
    /** When a draft that was never public was deleted; it is deleted for good later. null while it is not deleted. */
    deletedAt: instant(),
  },
  (table) => [
    // The index contains state and end, so that a list finds public articles without reading rows.
    index('articles_by_publication').on(table.publishedAt, table.id, table.state, table.withdrawnAt),
    index('articles_by_section').on(table.sectionId, table.publishedAt, table.id, table.state, table.withdrawnAt),
    // For addresses that were cut: they are the beginning of a slug.
    index('articles_by_slug').on(table.slug),
    index('articles_by_save').on(table.savedAt, table.id),
    index('articles_by_headline').on(sql`headline collate nocase`, table.id),
    index('articles_by_owner').on(table.ownerId),
    index('articles_by_original').on(table.translationOfId).where(sql`${table.translationOfId} is not null`),
    index('articles_unpublished').on(table.state, table.savedAt).where(sql.raw("state in ('draft', 'in-review')")),
    index('articles_due').on(table.publishedAt).where(sql.raw("state = 'scheduled'")),
    index('articles_ending')
      .on(table.withdrawnAt)
      .where(sql.raw("withdrawn_at is not null and state in ('scheduled', 'published')")),
    index('articles_deleted').on(table.deletedAt).where(sql`${table.deletedAt} is not null`),
    index('articles_by_withdrawal').on(table.withdrawnAt).where(sql`${table.withdrawnAt} is not null`),
    check('articles_state', sql.raw(`state in (${ARTICLE_STATES.map((state) => `'${state}'`).join(', ')})`)),
    check('articles_kind', sql.raw(`kind in (${ARTICLE_KINDS.map((kind) => `'${kind}'`).join(', ')})`)),
    check(
      'articles_published_has_instant',
      sql.raw("state in ('draft', 'in-review', 'withdrawn') or published_at is not null"),
    ),
    check('articles_withdrawn_has_instant', sql.raw("state <> 'withdrawn' or withdrawn_at is not null")),
    check('articles_out_has_section', sql.raw("state in ('draft', 'in-review') or section_id is not null")),
    check(
      'articles_deleted_was_never_out',
      sql.raw("deleted_at is null or (state in ('draft', 'in-review') and published_at is null)"),
    ),
    check(
      'articles_embargo_kept',
      sql.raw('embargo_until is null or published_at is null or published_at >= embargo_until'),
    ),
    check(
      'articles_never_updated_before_published',
      sql.raw('updated_at is null or published_at is null or updated_at >= published_at'),
    ),
  ],
)

export const articleTopics = sqliteTable(
  'article_topics',
  {
    articleId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    topicId: integer()
      .notNull()
      .references(() => topics.id),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.topicId] }),
    index('article_topics_by_topic').on(table.topicId),
  ],
)

export const bylines = sqliteTable(
  'bylines',
  {
    articleId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    /** null for a name without a profile page. */
    authorId: integer().references(() => authors.id),
    /** The name of a byline without a profile page; null when authorId names the author. */
    name: line(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.position] }),
    index('bylines_by_author').on(table.authorId),
    check('bylines_author_or_name', sql.raw('(author_id is null) <> (name is null)')),
  ],
)

/** The link graph: every reference of a body to an article, derived from it in the same transaction as the save. */
export const links = sqliteTable(
  'links',
  {
    sourceId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    targetId: integer()
      .notNull()
      .references(() => articles.id),
    place: text({ enum: ['text', 'also-read', 'related-news'] }).notNull(),
    elementId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.position] }), index('links_by_target').on(table.targetId)],
)

export const revisions = sqliteTable(
  'revisions',
  {
    articleId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    snapshot: jsonWords<ArticleSnapshot>().notNull(),
    savedAt: instant().notNull(),
    /** The name of the person or program that saved, at that time; the desk shows it. */
    savedBy: line().notNull(),
    /**
     * The account that saved. null for the schedule, the command line and imports; for a deleted account; and for
     * versions from before accounts were stored, when no account or more than one had the name.
     */
    savedById: text().references(() => users.id, { onDelete: 'set null' }),
    /** The verb that made the version: written, published, renamed, corrected, withdrawn … */
    reason: text().notNull(),
    /** The editor's remark: a note to the reviewer, a correction, the reason of a withdrawal; empty for none. */
    remark: lines().notNull().default(''),
    /** Whether this is a version of the working copy, which was not published. */
    aside: integer({ mode: 'boolean' }).notNull().default(false),
    /** Identifies the save, so that one that arrives twice counts once; null for verbs. */
    saveKey: text(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.version] }),
    uniqueIndex('revisions_by_save').on(table.articleId, table.saveKey),
    // The slugs that an article had in public, without reading its versions (db/addresses/named-article.ts).
    index('revisions_by_state_and_slug').on(
      table.articleId,
      sql`(${table.snapshot} ->> '$.state')`,
      sql`(${table.snapshot} ->> '$.slug')`,
    ),
  ],
)

export const corrections = sqliteTable(
  'corrections',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    articleId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    note: line().notNull(),
    correctedAt: instant().notNull(),
  },
  (table) => [
    index('corrections_by_article').on(table.articleId, table.correctedAt),
    index('corrections_by_instant').on(table.correctedAt, table.id),
  ],
)

/** Redirects from former addresses of the site, and of other systems, to the present ones. */
export const redirects = sqliteTable(
  'redirects',
  {
    /** The path in canonical spelling (lib/addresses/paths.ts), without a query. */
    fromPath: text().primaryKey(),
    /** The target article; null when toPath is the target. */
    articleId: integer().references(() => articles.id, { onDelete: 'cascade' }),
    /** The target path on this site; null when articleId is the target. */
    toPath: text(),
    createdAt: instant().notNull(),
  },
  (table) => [
    index('redirects_by_article').on(table.articleId),
    check('redirects_one_target', sql.raw('(article_id is null) <> (to_path is null)')),
  ],
)

/**
 * The invalidation log, one row per tag: when what the tag names last changed.
 * Readers of the log remember the highest seq they have read, and next read what is above it.
 */
export const staleness = sqliteTable(
  'staleness',
  {
    tag: text().primaryKey(),
    seq: integer().notNull(),
    staleAt: instant().notNull(),
  },
  (table) => [index('staleness_by_seq').on(table.seq)],
)

/** The rows that the demo edition added, so that it can be removed while they are unchanged. */
export const demoItems = sqliteTable(
  'demo_items',
  {
    kind: text({
      enum: ['settings', 'section', 'topic', 'author', 'media', 'article', 'edition', 'standing-page'],
    }).notNull(),
    itemId: text().notNull(),
    /** Hash of the row as it was added. */
    fingerprint: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.itemId] })],
)
