import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '@/db/store/instant'
import { articles, media } from '@/db/store/schema'
import { line, name } from '@/db/store/words'
import { PICTURE_EVENT_KINDS, USE_STATES } from '@/lib/pictures/picture-use'
import { LEASE_KINDS } from '@/lib/pictures/use-rights'

/*
 * What the desk knows of pictures beside their words: from when to when they may be used, where they stand, and where
 * they stood.
 */

const ofPicture = () =>
  integer()
    .notNull()
    .references(() => media.id, { onDelete: 'cascade' })

/** Spans in which a picture may be used, or may not be. Days are those of the paper's time zone, both included. */
export const pictureLeases = sqliteTable(
  'picture_leases',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    mediaId: ofPicture(),
    kind: text({ enum: LEASE_KINDS }).notNull(),
    /** "2026-11-24"; null for no beginning and for no end. */
    fromDay: text(),
    untilDay: text(),
    note: line().notNull().default(''),
    madeBy: name().notNull(),
    madeAt: instant().notNull(),
  },
  (table) => [index('picture_leases_by_picture').on(table.mediaId)],
)

/** Beginnings of the names of files that may have no picture: one is being added, or was deleted, and something stopped. */
export const unclaimedFiles = sqliteTable('unclaimed_files', {
  /** The hash with which the names of all files of a picture begin. */
  stem: text().primaryKey(),
  notedAt: instant().notNull(),
})

/** Which pictures the stories show, derived from their texts and working copies in the transaction of each save. */
export const pictureUses = sqliteTable(
  'picture_uses',
  {
    mediaId: ofPicture(),
    articleId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    state: text({ enum: USE_STATES }).notNull(),
    since: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.mediaId, table.articleId] }),
    index('picture_uses_by_article').on(table.articleId),
  ],
)

/** Pictures of a scheduled story that were barred meanwhile: it goes out without them, until they may be used again. */
export const withheldPictures = sqliteTable(
  'withheld_pictures',
  {
    articleId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    mediaId: ofPicture(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.mediaId] }),
    index('withheld_pictures_by_picture').on(table.mediaId),
  ],
)

/** The history of uses. It stays when the story is deleted. */
export const pictureEvents = sqliteTable(
  'picture_events',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    mediaId: ofPicture(),
    kind: text({ enum: PICTURE_EVENT_KINDS }).notNull(),
    /** null on a front, and when the story was deleted for good. */
    articleId: integer().references(() => articles.id, { onDelete: 'set null' }),
    /** The headline of the story, or the name of the front, as it was then. */
    place: line().notNull(),
    happenedAt: instant().notNull(),
    by: name().notNull(),
    /** The picture that took its place; null unless it was replaced. */
    replacedById: integer().references(() => media.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('picture_events_by_picture').on(table.mediaId, table.happenedAt),
    index('picture_events_by_article').on(table.articleId),
    index('picture_events_by_replacement').on(table.replacedById),
  ],
)
