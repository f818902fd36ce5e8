import Sqlite from 'better-sqlite3'
import { and, asc, count, desc, eq, exists, inArray, type SQL, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { alias, integer, SQLiteSyncDialect, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { instant } from '@/db/store/instant'
import { keepQueries } from '@/db/store/statements/kept-queries'
import { jsonWords, line } from '@/db/store/words'
import { propertyRuns } from '@/lib/testing/property-runs'

const desks = sqliteTable('desks', { id: integer().primaryKey(), deskName: line() })
const stories = sqliteTable('stories', {
  id: integer().primaryKey(),
  headline: line().notNull(),
  deskId: integer(),
  isLate: integer({ mode: 'boolean' }).notNull(),
  filedAt: instant(),
  notes: jsonWords<string[]>().notNull(),
  state: text({ enum: ['draft', 'published'] }).notNull(),
})

const FILED = new Date('2026-11-26T06:00:00Z')

function newsroom() {
  const client = new Sqlite(':memory:')
  client.exec(`
    create table desks (id integer primary key, desk_name text);
    create table stories (id integer primary key, headline text not null, desk_id integer, is_late integer not null,
      filed_at integer, notes text not null, state text not null);
    insert into desks values (1, 'City'), (2, null);
    insert into stories values
      (1, 'Ferry back on time', 1, 0, ${FILED.getTime()}, '["quay"]', 'published'),
      (2, 'Council votes', 2, 1, null, '[]', 'draft'),
      (3, 'Harbour frozen', null, 0, ${FILED.getTime() + 1}, '["ice","pilot"]', 'published'),
      (4, 'Budget talks', 1, 1, ${FILED.getTime() + 2}, '[]', 'published');`)
  const plain = drizzle(client, { casing: 'snake_case' })
  const kept = drizzle(client, { casing: 'snake_case' })
  keepQueries(kept, client)
  return { plain, kept }
}

type Db = ReturnType<typeof newsroom>['plain']

afterEach(() => vi.restoreAllMocks())

/** Queries of every kind that the paper uses, with values that change. */
const QUERIES: Record<string, (db: Db, id: number) => PromiseLike<unknown>> = {
  'whole rows': (db, id) => db.select().from(stories).where(eq(stories.id, id)),
  'some fields, in objects': (db) =>
    db.select({ id: stories.id, of: { headline: stories.headline, filedAt: stories.filedAt } }).from(stories),
  'a join that may find nothing': (db, id) =>
    db
      .select({
        id: stories.id,
        desk: desks,
        of: { name: desks.deskName, id: desks.id },
        mixed: { a: desks.id, b: stories.id },
      })
      .from(stories)
      .leftJoin(desks, eq(desks.id, stories.deskId))
      .where(sql`${stories.id} >= ${id}`)
      .orderBy(asc(stories.id)),
  'a join of whole tables': (db, id) =>
    db.select().from(stories).innerJoin(desks, eq(desks.id, stories.deskId)).where(eq(desks.id, id)),
  'a table under another name': (db, id) => {
    const other = alias(stories, 'other')
    return db.select({ id: other.id, late: other.isLate }).from(other).where(eq(other.id, id))
  },
  'a list of values': (db, id) =>
    db
      .select()
      .from(stories)
      .where(inArray(stories.id, [1, 2, 3, 4].slice(0, id))),
  'a query within the condition': (db, id) => {
    const late = db
      .select({ id: stories.id })
      .from(stories)
      .where(and(eq(stories.isLate, true), eq(stories.deskId, id)))
    return db.select({ id: stories.id }).from(stories).where(inArray(stories.id, late))
  },
  'whether there is one': (db, id) =>
    db
      .select({ id: desks.id })
      .from(desks)
      .where(exists(db.select().from(stories).where(eq(stories.deskId, desks.id)).limit(id))),
  'two queries in one': (db, id) =>
    db
      .select({ name: stories.notes })
      .from(stories)
      .where(eq(stories.id, id))
      .unionAll(db.select({ name: stories.notes }).from(stories).where(eq(stories.deskId, id))),
  groups: (db, id) =>
    db
      .select({ state: stories.state, of: count() })
      .from(stories)
      .groupBy(stories.state)
      .having(sql`count(*) >= ${id}`)
      .orderBy(desc(stories.state)),
  'distinct values': (db, id) => db.selectDistinct({ late: stories.isLate }).from(stories).limit(id),
  'a page of a list': (db, id) =>
    db
      .select({ id: stories.id })
      .from(stories)
      .orderBy(stories.id)
      .limit(2)
      .offset(id - 1),
  'a named expression': (db, id) =>
    db
      .select({ first: sql<number>`min(${stories.id} + ${id})`.as('first') })
      .from(stories)
      .orderBy(sql`first`),
  'an expression with a decoder': (db) =>
    db.select({ at: sql`max(${stories.filedAt})`.mapWith(stories.filedAt) }).from(stories),
  'a query as a table': (db, id) => {
    const some = db.select({ id: stories.id }).from(stories).where(eq(stories.id, id)).as('some')
    return db.select({ id: some.id }).from(some)
  },
  'SQL by hand': async (db, id) => db.all(sql`select headline from ${stories} where ${stories.id} = ${id}`),
  'a count': (db, id) => db.$count(stories, eq(stories.deskId, id)),
}

describe('queries that are kept', () => {
  it.each(Object.entries(QUERIES))(
    '%s are answered as the query builder answers, at first and later',
    async (_, query) => {
      const { plain, kept } = newsroom()
      for (const id of [1, 2, 3, 4, 1]) expect(await query(kept, id)).toEqual(await query(plain, id))
    },
  )

  it('conditions of any shape find what the query builder finds', async () => {
    const { plain, kept } = newsroom()
    const condition = fc.letrec<{ tree: (db: Db) => SQL | undefined }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.integer({ min: 0, max: 5 }).map((id) => () => eq(stories.id, id)),
        fc.constantFrom(true, false).map((is) => () => eq(stories.isLate, is)),
        fc.constant(() => undefined),
        fc.integer({ min: -2, max: 2 }).map((by) => () => eq(stories.filedAt, new Date(FILED.getTime() + by))),
        fc
          .array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 })
          .map((ids) => () => inArray(stories.id, ids)),
        fc.string({ maxLength: 3 }).map((word) => () => sql`instr(${stories.headline}, ${word}) > ${null}`),
        fc.array(tie('tree'), { maxLength: 3 }).map((parts) => (db: Db) => and(...parts.map((part) => part(db)))),
        tie('tree').map((within) => (db: Db) => exists(db.select().from(desks).where(within(db)))),
      ),
    })).tree
    await fc.assert(
      fc.asyncProperty(
        condition,
        fc.option(fc.integer({ min: -1, max: 3 }), { nil: undefined }),
        async (where, limit) => {
          const ask = (db: Db) => {
            const found = db.select().from(stories).where(where(db)).orderBy(stories.id).$dynamic()
            return limit === undefined ? found : found.limit(limit)
          }
          expect(await ask(kept)).toEqual(await ask(plain))
        },
      ),
      { numRuns: propertyRuns(500) },
    )
  })

  it('a query of a shape that was built before is not built again', async () => {
    const { kept } = newsroom()
    const built = vi.spyOn(SQLiteSyncDialect.prototype, 'buildSelectQuery')
    for (const id of [1, 2, 3])
      await kept.select({ shape: stories.id }).from(stories).where(eq(stories.id, id)).limit(id)
    expect(built).toHaveBeenCalledTimes(1)
  })

  it('rows are written as the query builder writes them', async () => {
    const { plain, kept } = newsroom()
    for (const db of [plain, kept]) {
      const row = { headline: 'Night train', isLate: true, filedAt: FILED, notes: ['rails'], state: 'draft' as const }
      await db.insert(stories).values([
        { id: 8, ...row },
        { id: 9, ...row, deskId: 1, filedAt: null },
      ])
      await db
        .update(stories)
        .set({ isLate: false, notes: ['a', 'b'] })
        .where(eq(stories.id, 9))
      const rows = await plain
        .select()
        .from(stories)
        .where(inArray(stories.id, [8, 9]))
      const gone = await db
        .delete(stories)
        .where(inArray(stories.id, [8, 9]))
        .returning({ id: stories.id, at: stories.filedAt })
      expect({ rows, gone }).toEqual({
        rows: [
          { id: 8, deskId: null, ...row },
          { id: 9, ...row, deskId: 1, filedAt: null, isLate: false, notes: ['a', 'b'] },
        ],
        gone: [
          { id: 8, at: FILED },
          { id: 9, at: null },
        ],
      })
    }
  })
})
