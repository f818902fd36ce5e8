import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from '@/db/store/account-schema'
import { instant } from '@/db/store/instant'
import { articles, sections } from '@/db/store/schema'
import { jsonWords, line, name } from '@/db/store/words'
import type { Arrangement } from '@/lib/front/arrangement'

/*
 * The fronts: the front page and the first page of each section, as editors arrange them. A null sectionId means the
 * front page.
 */

const ofSection = () => integer().references(() => sections.id, { onDelete: 'cascade' })
const savedById = () => text().references(() => users.id, { onDelete: 'set null' })

/**
 * The published arrangements of each front; once they are out they never change. Readers get the one with the latest start that has been
 * reached, the higher id among equals, so that a planned edition goes out by time alone.
 */
export const editions = sqliteTable(
  'editions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    sectionId: ofSection(),
    arrangement: jsonWords<Arrangement>().notNull(),
    startsAt: instant().notNull(),
    /** When somebody published or planned it. */
    publishedAt: instant().notNull(),
    publishedBy: name().notNull(),
    publishedById: savedById(),
    /**
     * The pictures of cards that readers do not get with it, because their rights changed after it was planned. Settled
     * at its start, like the rest of it.
     */
    withheldPictures: jsonWords<number[]>().notNull().default([]),
  },
  (table) => [index('editions_by_start').on(table.sectionId, table.startsAt)],
)

/** Which stories an edition names, derived from its arrangement. */
export const editionStories = sqliteTable(
  'edition_stories',
  {
    editionId: integer()
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    articleId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.articleId] }),
    index('edition_stories_by_article').on(table.articleId),
  ],
)

/** The arrangement on which editors work together; without a row they begin with the one that readers have. */
export const frontDrafts = sqliteTable('front_drafts', {
  /** The id of the section, 0 for the front page: each front has one draft. */
  id: integer().primaryKey(),
  sectionId: ofSection(),
  arrangement: jsonWords<Arrangement>().notNull(),
  /** Every change increases it. */
  version: integer().notNull(),
  savedAt: instant().notNull(),
  savedBy: line().notNull(),
  /** The first change since the draft was last the same as what readers have; null while it is. */
  unpublishedSince: instant(),
})

/** The lines of breaking news, one row each. The one with the latest start that has been reached counts. */
export const strips = sqliteTable(
  'strips',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    label: line().notNull(),
    /** Empty for the headline of the story. */
    text: line().notNull(),
    articleId: integer().references(() => articles.id, { onDelete: 'cascade' }),
    /** A path of this site or a web address; null with a story, and for a line that only tells. */
    link: text(),
    startsAt: instant().notNull(),
    /** null until somebody takes it down. */
    endsAt: instant(),
    raisedBy: name().notNull(),
    raisedById: savedById(),
  },
  (table) => [index('strips_by_start').on(table.startsAt), index('strips_by_article').on(table.articleId)],
)

/** Stories that an editor keeps for later, at the front-page desk. */
export const frontClipboard = sqliteTable(
  'front_clipboard',
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    articleId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    keptAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.articleId] }),
    index('front_clipboard_by_article').on(table.articleId),
  ],
)
