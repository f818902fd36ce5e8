import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'
import { instant } from '@/db/store/instant'
import { articles } from '@/db/store/schema'

/** How often a story was read in an hour of UTC. Nothing about whoever read it. */
export const articleReads = sqliteTable(
  'article_reads',
  {
    articleId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** The start of the hour. */
    hour: instant().notNull(),
    reads: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.hour] }),
    index('article_reads_by_hour').on(table.hour, table.articleId, table.reads),
  ],
)
