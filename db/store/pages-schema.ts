import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from '@/db/store/account-schema'
import { instant } from '@/db/store/instant'
import { jsonWords, line } from '@/db/store/words'
import type { Body } from '@/lib/article/body'
import type { MenuItem } from '@/lib/paper/menu'

/*
 * The standing pages, such as About or Privacy, and the menus that lead to them.
 */

export const pages = sqliteTable('pages', {
  id: integer().primaryKey({ autoIncrement: true }),
  slug: text().notNull().unique(),
  /** The version on which editors work. Every save increases it. */
  version: integer().notNull(),
  /** The version that readers have; null while they have none. */
  publishedVersion: integer(),
  /** First publication; null before it. */
  publishedAt: instant(),
  /** Last publication; null before the first one. */
  changedAt: instant(),
  /** When readers last lost it; null while they have it, and before the first publication. */
  takenDownAt: instant(),
  /** When it was thrown away; null while it is not in the bin. */
  deletedAt: instant(),
  /** When the bin was emptied of it, and by whom; null while it was not. It is deleted for good a day later. */
  emptiedAt: instant(),
  emptiedBy: line(),
})

/** Every version of each page. Nothing changes one; saves that another one followed soon are pruned. */
export const pageVersions = sqliteTable(
  'page_versions',
  {
    pageId: integer()
      .notNull()
      .references(() => pages.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    headline: line().notNull(),
    /** For search engines; empty for the beginning of the text. */
    description: line().notNull().default(''),
    body: jsonWords<Body>().notNull(),
    savedAt: instant().notNull(),
    savedBy: line().notNull(),
    /** null for a program, and when the account was deleted. */
    savedById: text().references(() => users.id, { onDelete: 'set null' }),
    /** What made the version: written, saved, published, restored … */
    reason: text().notNull(),
    /** More about it; empty for none. */
    remark: line().notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.pageId, table.version] }),
    index('page_versions_by_save').on(table.pageId, table.savedAt),
  ],
)

/** The menu of the masthead and that of the footer, as editors arranged them; without a row the site makes it. */
export const menus = sqliteTable('menus', {
  place: text({ enum: ['masthead', 'footer'] }).primaryKey(),
  items: jsonWords<MenuItem[]>().notNull(),
  version: integer().notNull(),
  savedAt: instant().notNull(),
  savedBy: line().notNull(),
})
