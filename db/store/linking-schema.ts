import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { languageTag } from '@/db/store/checked-text'
import { instant } from '@/db/store/instant'
import { articles } from '@/db/store/schema'
import { lines, name } from '@/db/store/words'
import { PAIR_CHOICES } from '@/lib/linking/suggesting/pair-choice'

/*
 * What editors decide about suggestions of related stories. The index of these is no part of this schema: migration 0029.
 */

const ofArticle = () =>
  integer()
    .notNull()
    .references(() => articles.id, { onDelete: 'cascade' })

/** What an editor decided about linking one story to another (lib/linking/suggesting/pair-choice.ts); without a row, nothing. */
export const linkPairs = sqliteTable(
  'link_pairs',
  {
    /** The story that links, or may. */
    sourceId: ofArticle(),
    /** The story that it would link to. A pair that is never linked has one row, in either direction. */
    targetId: ofArticle(),
    choice: text({ enum: PAIR_CHOICES }).notNull(),
    decidedAt: instant().notNull(),
    decidedBy: name().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sourceId, table.targetId] }),
    index('link_pairs_by_target').on(table.targetId),
  ],
)

/*
 * Timelines: what editors and the site decided, and below it what the site found. Triggers of migration 0035 list the
 * stories of a timeline like those of a topic, and mark stories that have changed.
 */

/** A timeline that readers have. */
export const timelines = sqliteTable('timelines', {
  id: integer().primaryKey({ autoIncrement: true }),
  slug: text().notNull().unique(),
  name: name().notNull(),
  /** Empty without one. */
  introduction: lines().notNull().default(''),
  /** The language of its stories. */
  language: languageTag().notNull(),
  /** The story that stands first, whatever its date; null for none. */
  leadId: integer().references(() => articles.id, { onDelete: 'set null' }),
  createdAt: instant().notNull(),
  /** Who put it in the paper; null for the site itself. */
  createdBy: name(),
})

/** The stories of a timeline. A story is in one timeline at most. */
export const timelineStories = sqliteTable(
  'timeline_stories',
  {
    articleId: integer()
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    timelineId: integer()
      .notNull()
      .references(() => timelines.id, { onDelete: 'cascade' }),
    addedAt: instant().notNull(),
    /** null for the site itself. */
    addedBy: name(),
  },
  (table) => [index('timeline_stories_by_timeline').on(table.timelineId)],
)

/** The stories that the site never puts into a timeline, because an editor took them out or did not want them there. */
export const timelineRemovals = sqliteTable(
  'timeline_removals',
  {
    timelineId: integer()
      .notNull()
      .references(() => timelines.id, { onDelete: 'cascade' }),
    articleId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    removedAt: instant().notNull(),
    removedBy: name().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.timelineId, table.articleId] }),
    index('timeline_removals_by_article').on(table.articleId),
  ],
)

/** What editors refused as a timeline: no two of its stories are ever proposed together again. */
export const timelineRefusals = sqliteTable('timeline_refusals', {
  id: integer().primaryKey({ autoIncrement: true }),
  /** What it was called when it was refused. */
  name: name().notNull(),
  refusedAt: instant().notNull(),
  refusedBy: name().notNull(),
})

export const refusedStories = sqliteTable(
  'refused_stories',
  {
    refusalId: integer()
      .notNull()
      .references(() => timelineRefusals.id, { onDelete: 'cascade' }),
    articleId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.refusalId, table.articleId] }),
    index('refused_stories_by_article').on(table.articleId),
  ],
)

/** Two stories that the site found to be much alike and near in time; the one with the lower id first. */
export const eventPairs = sqliteTable(
  'event_pairs',
  {
    oneId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    otherId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** From 0 to 1: lib/linking/timelines/event-likeness.ts. */
    likeness: real().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.oneId, table.otherId] }),
    index('event_pairs_by_other').on(table.otherId),
    check('event_pairs_in_order', sql`${table.oneId} < ${table.otherId}`),
  ],
)

/** The stories that the site would put together, and that are in no timeline. The proposal is called by its lowest id. */
export const proposedStories = sqliteTable(
  'proposed_stories',
  {
    articleId: integer()
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    proposalId: integer().notNull(),
  },
  (table) => [index('proposed_stories_by_proposal').on(table.proposalId)],
)

/** Stories that have changed since the site looked for others of the same event. */
export const eventMarks = sqliteTable('event_marks', {
  articleId: integer().primaryKey(),
})
