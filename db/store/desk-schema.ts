import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { users } from '@/db/store/account-schema'
import { instant } from '@/db/store/instant'
import { articles } from '@/db/store/schema'
import { jsonWords, line, lines, name } from '@/db/store/words'
import type { Manuscript } from '@/lib/article/manuscript'
import type { Passage } from '@/lib/comments/passage'
import type { DeliveryAbout, DeliveryContent } from '@/lib/deliveries/delivery'
import { OUTBOX_EVENTS } from '@/lib/deliveries/outbox-event'
import { RECEIVER_KINDS, type ReceiverTerms } from '@/lib/deliveries/receiver'
import { NOTE_KINDS } from '@/lib/desk/articles/note'

/*
 * What the desk stores about articles that readers do not see, and the deliveries to receivers.
 */

const ofArticle = () =>
  integer()
    .notNull()
    .references(() => articles.id, { onDelete: 'cascade' })

/**
 * The unpublished edits of scheduled and public articles. Without a row, editors work on the article's own text.
 */
export const workingCopies = sqliteTable('working_copies', {
  articleId: integer()
    .primaryKey()
    .references(() => articles.id, { onDelete: 'cascade' }),
  manuscript: jsonWords<Manuscript>().notNull(),
  savedAt: instant().notNull(),
  savedBy: line().notNull(),
})

/** Conflicts: two people changed one place at once. The text has one version, the row has the one set aside. */
export const conflicts = sqliteTable(
  'conflicts',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    articleId: ofArticle(),
    /** A field of the manuscript, or `body:` and the id of an element. */
    place: text().notNull(),
    /** The value of the field, or the element; null when the version set aside had deleted it. */
    setAside: jsonWords<unknown>(),
    /** The id of the element before it in its writer's text; null for none, and for fields. */
    afterId: text(),
    writtenBy: line().notNull(),
    writtenAt: instant().notNull(),
    /** null until it is resolved. */
    settledAt: instant(),
    settledBy: line(),
  },
  (table) => [index('conflicts_by_article').on(table.articleId, table.settledAt)],
)

/** What the crawler check found wrong with the page of an article and no editor can mend, as of its last look. */
export const siteFaults = sqliteTable(
  'site_faults',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    articleId: ofArticle(),
    /** The rule that is broken (lib/crawler-check/rules.ts). */
    rule: text().notNull(),
    message: text().notNull(),
    remedy: text().notNull(),
    foundAt: instant().notNull(),
  },
  (table) => [index('site_faults_by_article').on(table.articleId)],
)

/** The notes that editors write to each other about an article. */
export const notes = sqliteTable(
  'notes',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    articleId: ofArticle(),
    kind: text({ enum: NOTE_KINDS }).notNull(),
    words: lines().notNull(),
    writtenBy: line().notNull(),
    /** null when the account was deleted, and for somebody who has none. */
    userId: text().references(() => users.id, { onDelete: 'set null' }),
    writtenAt: instant().notNull(),
    /** null while the note is open. */
    resolvedAt: instant(),
    /** null while it is open, and for notes resolved before this column. */
    resolvedBy: line(),
    /** The note that it answers, which answers none; null for the first of a thread. */
    replyToId: integer().references((): AnySQLiteColumn => notes.id, { onDelete: 'cascade' }),
    /** The passage that it is about; null for the whole story. */
    passage: jsonWords<Passage>(),
    /** The version that its writer had before them; null when that is unknown. */
    version: integer(),
    /** The link by which somebody without an account wrote it; null for people of the desk. */
    previewLinkId: integer().references((): AnySQLiteColumn => previewLinks.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('notes_by_article').on(table.articleId, table.writtenAt),
    index('notes_by_preview_link').on(table.previewLinkId),
    index('notes_by_thread').on(table.replyToId),
  ],
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
    /** The account of the person who created it; null for links from before this column. */
    createdById: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** null unless it was revoked. */
    revokedAt: instant(),
    /** The version that it shows and that may be approved or refused; null for the text under work, to look at only. */
    version: integer(),
    /** For whom it was made; empty when nobody is named. */
    recipient: line().notNull().default(''),
  },
  (table) => [
    uniqueIndex('preview_links_by_secret').on(table.secretHash),
    index('preview_links_by_article').on(table.articleId),
  ],
)

/** The events for receivers, one row each, written in the transaction that caused the event. */
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

/** Who is notified: owners by email, search engines, hubs, caches in front, webhooks of partners. */
export const receivers = sqliteTable('receivers', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text({ enum: RECEIVER_KINDS }).notNull(),
  name: name().notNull(),
  /** The settings of its kind: addresses, keys, secrets. */
  terms: text({ mode: 'json' }).$type<ReceiverTerms>().notNull(),
  isOn: integer({ mode: 'boolean' }).notNull(),
  /** The last outbox event that has a delivery, or that happened before the receiver was switched on. */
  eventsThrough: integer('told_through').notNull(),
  /** The last seq of the invalidation log, likewise; only caches follow the log. */
  purgedThrough: integer().notNull(),
  createdAt: instant().notNull(),
})

/** One request to one receiver, stored before it is sent, so that every attempt sends the same. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    receiverId: integer()
      .notNull()
      .references(() => receivers.id, { onDelete: 'cascade' }),
    /** Idempotency key, the same at every attempt. */
    key: text().notNull(),
    /** What the delivery is about, for the desk. */
    about: text({ mode: 'json' }).$type<DeliveryAbout>().notNull(),
    content: text({ mode: 'json' }).$type<DeliveryContent>().notNull(),
    createdAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    /** The earliest next attempt. Each failure postpones it, and so does an attempt while it runs. */
    nextAttemptAt: instant().notNull(),
    /** null until it succeeded. */
    deliveredAt: instant(),
    /** When the site stopped trying; null otherwise. */
    givenUpAt: instant(),
    /** When the last response, or the lack of one, was recorded; null before the first attempt. */
    lastAnswerAt: instant(),
    /** HTTP status of the last response; null without one. */
    lastStatus: integer(),
    /** The beginning of the last response, or the error; empty before the first attempt. */
    lastAnswer: text().notNull().default(''),
  },
  (table) => [
    uniqueIndex('deliveries_by_key').on(table.receiverId, table.key),
    // A partial index, because few rows are pending and many others stay for the desk.
    index('deliveries_waiting')
      .on(table.receiverId, table.nextAttemptAt)
      .where(sql`${table.deliveredAt} is null and ${table.givenUpAt} is null`),
    index('deliveries_by_creation').on(table.createdAt),
    index('deliveries_given_up').on(table.givenUpAt).where(sql`${table.givenUpAt} is not null`),
  ],
)

/** How late scheduled transitions were applied; only late ones have a row. */
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
