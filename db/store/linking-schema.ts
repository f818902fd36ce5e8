import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { languageTag } from '@/db/store/checked-text'
import { instant } from '@/db/store/instant'
import { articles } from '@/db/store/schema'
import { line, lines, name } from '@/db/store/words'
import type { PlacedLink } from '@/lib/linking/back-links/placed-link'
import { PAIR_CHOICES } from '@/lib/linking/suggesting/pair-choice'
import type { BeforeMerge } from '@/lib/linking/timelines/before-merge'

/*
 * What editors decide about suggestions of related stories, and what is proposed to and placed in older stories. The index of
 * related stories is no part of this schema: migration 0029.
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

/** What older stories may link to since it came out (db/back-links/). A row goes with either story, and when it fits no more. */
export const linkProposals = sqliteTable(
  'link_proposals',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** The older story, which would link. */
    sourceId: ofArticle(),
    /** The story that came out. */
    targetId: ofArticle(),
    /** Its place among the proposals that were found with it, from 0. */
    rank: integer().notNull(),
    /** Why, in the words of lib/linking/suggesting/reasons.ts. */
    reason: line().notNull(),
    foundAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('link_proposals_by_pair').on(table.sourceId, table.targetId),
    index('link_proposals_by_target').on(table.targetId),
    index('link_proposals_by_age').on(table.foundAt, table.targetId, table.rank),
  ],
)

/** One row: up to which event of the outbox older stories were looked for. */
export const backLinkProgress = sqliteTable(
  'back_link_progress',
  { id: integer().primaryKey(), through: integer().notNull() },
  (table) => [check('back_link_progress_one_row', sql`${table.id} = 1`)],
)

/** Links that were placed in older stories together: by an editor with one press, or by the site. */
export const linkBatches = sqliteTable(
  'link_batches',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text({ enum: ['accepted', 'filled'] }).notNull(),
    links: integer().notNull(),
    madeAt: instant().notNull(),
    madeBy: name().notNull(),
    /** When all of it was taken back, and by whom; null while it stands. */
    undoneAt: instant(),
    undoneBy: name(),
  },
  (table) => [index('link_batches_by_instant').on(table.madeAt)],
)

/** A story that a batch changed, with what it takes to change it back. */
export const linkBatchStories = sqliteTable(
  'link_batch_stories',
  {
    batchId: integer()
      .notNull()
      .references(() => linkBatches.id, { onDelete: 'cascade' }),
    sourceId: ofArticle(),
    /** The version with the links: while it is the last one, nobody has changed the story since. */
    version: integer().notNull(),
    /** The body as the store held it, to the byte. */
    bodyBefore: text().notNull(),
    placed: text({ mode: 'json' }).$type<(PlacedLink & { rank: number; reason: string })[]>().notNull(),
    /** What taking back came to: as before to the byte, the links alone taken out, or gone already; null while it stands. */
    outcome: text({ enum: ['restored', 'taken-out', 'gone'] }),
  },
  (table) => [
    primaryKey({ columns: [table.batchId, table.sourceId] }),
    index('link_batch_stories_by_source').on(table.sourceId),
  ],
)

/** The addresses of other sites that a story links to, derived from its body in the transaction of the save. */
export const outsideLinks = sqliteTable('outside_links', { sourceId: ofArticle(), url: text().notNull() }, (table) => [
  primaryKey({ columns: [table.sourceId, table.url] }),
  index('outside_links_by_url').on(table.url),
])

/** What is known of each such address (lib/linking/outside/address-check.ts). */
export const outsideAddresses = sqliteTable(
  'outside_addresses',
  {
    url: text().primaryKey(),
    nextCheckAt: instant().notNull(),
    /** null before the first check. */
    checkedAt: instant(),
    /** The last status of HTTP; null without an answer. */
    status: integer(),
    /** Why there was no answer; empty where there was one. */
    problem: line().notNull().default(''),
    /** The first of the failures that no answer has interrupted; null while it answers. */
    failedSince: instant(),
    /** On how many days it failed since. */
    failedDays: integer().notNull().default(0),
  },
  (table) => [
    index('outside_addresses_due').on(table.nextCheckAt, table.url),
    index('outside_addresses_dead').on(table.failedSince, table.url).where(sql.raw('failed_days >= 3')),
  ],
)

/*
 * Timelines: what editors and the site decided, and below it what the site found. Triggers of migration 0035 list the
 * stories of a timeline like those of a topic, and mark stories that have changed.
 */

/** A timeline that readers have. */
export const timelines = sqliteTable(
  'timelines',
  {
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
  },
  (table) => [index('timelines_by_lead').on(table.leadId)],
)

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

/** A timeline that was merged into another one, with what it takes to have both as they were before. */
export const timelineMerges = sqliteTable(
  'timeline_merges',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** What the one was called that is gone. */
    name: name().notNull(),
    /** The one that stayed. Without a reference: it may be merged itself, and come back. */
    keptId: integer().notNull(),
    mergedAt: instant().notNull(),
    mergedBy: name().notNull(),
    before: text({ mode: 'json' }).$type<BeforeMerge>().notNull(),
  },
  (table) => [index('timeline_merges_by_kept').on(table.keptId, table.id)],
)

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

/** One row: what the site learned last from the links of the paper (lib/linking/related/learned-links.ts). */
export const learnedWeights = sqliteTable(
  'learned_weights',
  {
    id: integer().primaryKey(),
    /** null: those set by hand. */
    weights: text({ mode: 'json' }).$type<number[]>(),
    examples: integer().notNull(),
    byHand: real().notNull(),
    learned: real().notNull(),
    learnedAt: instant().notNull(),
  },
  (table) => [check('learned_weights_one_row', sql`${table.id} = 1`)],
)
