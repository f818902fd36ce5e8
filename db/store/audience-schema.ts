import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '@/db/store/instant'
import { articles } from '@/db/store/schema'
import { CLICKED_BLOCKS } from '@/lib/audience/clicks'

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

/** How often a link between paragraphs was followed on a day of UTC. Nothing about whoever followed it. */
export const linkClicks = sqliteTable(
  'link_clicks',
  {
    /** The start of the day. */
    day: instant().notNull(),
    /** The story in which the link stands. */
    articleId: integer()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    block: text({ enum: CLICKED_BLOCKS }).notNull(),
    /** Which block of links of the page, and which link of the block, from 1. */
    place: integer().notNull(),
    item: integer().notNull(),
    clicks: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.articleId, table.block, table.place, table.item] }),
    index('link_clicks_by_article').on(table.articleId),
  ],
)
