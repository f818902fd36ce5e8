import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from '@/db/store/account-schema'
import { instant } from '@/db/store/instant'
import { articles } from '@/db/store/schema'
import type { Manuscript } from '@/lib/article/manuscript'
import type { DeliveryAbout, DeliveryContent } from '@/lib/deliveries/delivery'
import { OUTBOX_EVENTS } from '@/lib/deliveries/outbox-event'
import { RECEIVER_KINDS, type ReceiverTerms } from '@/lib/deliveries/receiver'

/*
 * What the desk keeps about an article beside what readers get.
 */

const ofArticle = () =>
  integer()
    .notNull()
    .references(() => articles.id, { onDelete: 'cascade' })

/**
 * What editors have typed into a scheduled or public article and not brought before readers yet. Without a row, the
 * text under work is the article's own.
 */
export const workingCopies = sqliteTable('working_copies', {
  articleId: integer()
    .primaryKey()
    .references(() => articles.id, { onDelete: 'cascade' }),
  manuscript: text({ mode: 'json' }).$type<Manuscript>().notNull(),
  savedAt: instant().notNull(),
  savedBy: text().notNull(),
})

/** Words that two people wrote at one place at once: the text has one version, this row the one set aside. */
export const conflicts = sqliteTable(
  'conflicts',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    articleId: ofArticle(),
    /** A field of the manuscript, or `body:` and the id of an element. */
    place: text().notNull(),
    /** The field's value, or the element; null when the version set aside had deleted it. */
    setAside: text({ mode: 'json' }).$type<unknown>(),
    /** The element before it in the text of whoever wrote it; null for none, and for fields. */
    afterId: text(),
    writtenBy: text().notNull(),
    writtenAt: instant().notNull(),
    /** null until somebody decided. */
    settledAt: instant(),
    settledBy: text(),
  },
  (table) => [index('conflicts_by_article').on(table.articleId, table.settledAt)],
)

/** What editors tell each other about an article. */
export const notes = sqliteTable(
  'notes',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    articleId: ofArticle(),
    /** A hand-over goes with a change of state: to review, back to the writer. */
    kind: text({ enum: ['comment', 'hand-over'] }).notNull(),
    words: text().notNull(),
    writtenBy: text().notNull(),
    /** null when the account is gone. */
    userId: text().references(() => users.id, { onDelete: 'set null' }),
    writtenAt: instant().notNull(),
    /** null while it is open. */
    resolvedAt: instant(),
  },
  (table) => [index('notes_by_article').on(table.articleId, table.writtenAt)],
)

/** Links that show an unpublished article to somebody without an account. */
export const previewLinks = sqliteTable(
  'preview_links',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    articleId: ofArticle(),
    /** SHA-256 of the secret in the address, in hex. */
    secretHash: text().notNull(),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** null unless it was taken back. */
    revokedAt: instant(),
  },
  (table) => [
    uniqueIndex('preview_links_by_secret').on(table.secretHash),
    index('preview_links_by_article').on(table.articleId),
  ],
)

/** What the world has to be told of: one row an event, written in the transaction that made it happen. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** Idempotency key: the article and the version that made the event. */
    key: text().notNull(),
    event: text({ enum: OUTBOX_EVENTS }).notNull(),
    articleId: integer().notNull(),
    version: integer().notNull(),
    happenedAt: instant().notNull(),
  },
  (table) => [uniqueIndex('outbox_by_key').on(table.key)],
)

/** Who is told: owners by letter, search engines, hubs, caches in front, programs of partners. */
export const receivers = sqliteTable('receivers', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text({ enum: RECEIVER_KINDS }).notNull(),
  name: text().notNull(),
  /** What the kind needs: addresses, keys, secrets. */
  terms: text({ mode: 'json' }).$type<ReceiverTerms>().notNull(),
  isOn: integer({ mode: 'boolean' }).notNull(),
  /** The last event of the outbox of which a delivery was made, or that came before the receiver was switched on. */
  eventsThrough: integer('told_through').notNull(),
  /** The same for the invalidation log; caches alone follow it. */
  purgedThrough: integer().notNull(),
  createdAt: instant().notNull(),
})

/** One request to one receiver, made ready before it is sent, so that every attempt sends the same. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    receiverId: integer()
      .notNull()
      .references(() => receivers.id, { onDelete: 'cascade' }),
    /** Idempotency key, the same at every attempt. */
    key: text().notNull(),
    /** What is told, for the desk. */
    about: text({ mode: 'json' }).$type<DeliveryAbout>().notNull(),
    content: text({ mode: 'json' }).$type<DeliveryContent>().notNull(),
    createdAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    /** No earlier than this; moves back with every failure, and ahead while somebody delivers. */
    nextAttemptAt: instant().notNull(),
    /** null until it is through. */
    deliveredAt: instant(),
    /** When the site stopped trying; null while it has not. */
    givenUpAt: instant(),
    /** When the last answer, or the lack of one, was written down; null before. */
    lastAnswerAt: instant(),
    /** Status of the last answer; null without one. */
    lastStatus: integer(),
    /** The beginning of the last answer, or what went wrong; empty before the first attempt. */
    lastAnswer: text().notNull().default(''),
  },
  (table) => [
    uniqueIndex('deliveries_by_key').on(table.receiverId, table.key),
    // Few rows wait, and many that do not are kept for the desk.
    index('deliveries_waiting')
      .on(table.receiverId, table.nextAttemptAt)
      .where(sql`${table.deliveredAt} is null and ${table.givenUpAt} is null`),
    index('deliveries_by_creation').on(table.createdAt),
  ],
)

/** How late a scheduled change of state was noticed; a row only when it was late. */
export const lateRuns = sqliteTable(
  'late_runs',
  {
    articleId: ofArticle(),
    /** The instant at which it was due. */
    dueAt: instant().notNull(),
    ranAt: instant().notNull(),
    event: text({ enum: ['published', 'withdrawn'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.dueAt, table.event] })],
)
