import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from '@/db/store/account-schema'
import { notes } from '@/db/store/desk-schema'
import { instant } from '@/db/store/instant'
import { articles, sections } from '@/db/store/schema'
import { line, lines, name } from '@/db/store/words'
import { MAIL_TOPICS, NOTIFICATION_KINDS } from '@/lib/desk/notifications/notification'

/*
 * What the newsroom intends: who writes what until when, and whom it told. Readers see none of it.
 */

const ofArticle = () => integer().references(() => articles.id, { onDelete: 'cascade' })

/** The plan of a story. A story without a row has none. */
export const storyPlans = sqliteTable(
  'story_plans',
  {
    articleId: ofArticle().primaryKey(),
    /** When the text has to be done; null without a deadline. */
    deadline: instant(),
    /** Who writes it and has the rights of its owner; null while nobody does. */
    assigneeId: text().references(() => users.id, { onDelete: 'set null' }),
    note: lines().notNull().default(''),
    savedAt: instant().notNull(),
    savedBy: name().notNull(),
  },
  (table) => [
    index('story_plans_by_deadline').on(table.deadline, table.articleId),
    index('story_plans_by_assignee').on(table.assigneeId, table.articleId),
  ],
)

/** What the desk tells one person: they were named in a comment, answered, given a story … */
export const notifications = sqliteTable(
  'notifications',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    articleId: ofArticle().notNull(),
    /** The comment; null when it is not about one. */
    noteId: integer().references(() => notes.id, { onDelete: 'cascade' }),
    kind: text({ enum: NOTIFICATION_KINDS }).notNull(),
    /** The front that it is about; null for the front page, and when it is about none. */
    sectionId: integer().references(() => sections.id, { onDelete: 'cascade' }),
    /** The name of the person who caused it, at that time. */
    causedBy: line().notNull(),
    createdAt: instant().notNull(),
    /** null until the person has seen it. */
    readAt: instant(),
    /** When it went out by e-mail, or was refused for good; null when neither. */
    mailedAt: instant(),
  },
  (table) => [
    index('notifications_by_user').on(table.userId, table.createdAt),
    index('notifications_by_article').on(table.articleId),
    index('notifications_by_note').on(table.noteId),
    index('notifications_by_section').on(table.sectionId),
    index('notifications_by_time').on(table.createdAt),
  ],
)

/** Which notifications people want by e-mail, where they have chosen. Without a row they get them. */
export const mailChoices = sqliteTable(
  'mail_choices',
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    topic: text({ enum: MAIL_TOPICS }).notNull(),
    isWanted: integer({ mode: 'boolean' }).notNull(),
    /** What happened before is not told by e-mail afterwards. */
    chosenAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.topic] })],
)

/**
 * The drafts that left the bin when it was emptied. Until they are deleted for good, the emptying can be undone; the rows
 * of one emptying share the instant and the person.
 */
export const emptiedDrafts = sqliteTable(
  'emptied_drafts',
  {
    articleId: ofArticle().primaryKey(),
    emptiedAt: instant().notNull(),
    emptiedBy: name().notNull(),
    /** null when the account is gone. */
    emptiedById: text().references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [index('emptied_drafts_by_instant').on(table.emptiedAt)],
)
