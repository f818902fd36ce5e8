import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '@/db/store/instant'
import { articles } from '@/db/store/schema'
import { name } from '@/db/store/words'
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
