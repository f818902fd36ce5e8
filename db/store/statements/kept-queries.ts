import { isDeepStrictEqual } from 'node:util'
import type Sqlite from 'better-sqlite3'
import type { SQL } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { forgetsNumbers, notedSelect, type QueryShape, shapeOf } from '@/db/store/statements/query-shape'
import { type RowMapper, rowMapper } from '@/db/store/statements/row-mapper'

/** How many texts of queries are kept: those of the whole site are some six hundred, at about 2 KB with their mapper. */
const MAX_TEXTS = 2000

interface Built {
  text: string
  /** null for what the driver's rows answer as they are. */
  toObject: RowMapper | null
}

/** By shape, for all connections; the prepared statements of a text belong to each connection (statements.ts). */
const built = new Map<string, Built>()

/**
 * Lets the query builder on `client` write each query once: a later one of the same shape takes the text and the way to
 * read rows of the first, and gives only its values. What comes out is what the query builder would answer.
 */
export function keepQueries(db: BetterSQLite3Database, client: Sqlite.Database): void {
  for (const name of ['select', 'selectDistinct'] as const) {
    const select: (...of: unknown[]) => object = Reflect.get(db, name).bind(db)
    const keptSelect = (...of: unknown[]) => {
      const builder = select(...of)
      const from: (...source: unknown[]) => object = Reflect.get(builder, 'from').bind(builder)
      return Object.assign(builder, { from: (...source: unknown[]) => keptRows(from(...source), client) })
    }
    Object.defineProperty(db, name, { value: keptSelect })
  }
  const dialect: { sqlToQuery: ToQuery } = Reflect.get(db, 'dialect')
  const toQuery = dialect.sqlToQuery.bind(dialect)
  Object.defineProperty(dialect, 'sqlToQuery', {
    value: (query: SQL, source?: 'indexes') =>
      source === undefined ? keptText(query, toQuery) : toQuery(query, source),
  })
}

type ToQuery = (query: SQL, source?: 'indexes') => { sql: string; params: unknown[] }

/** `query` with an `all` of its own, which is what waiting for a query calls. */
function keptRows(query: object, client: Sqlite.Database): object {
  const all: (...values: unknown[]) => unknown[] = Reflect.get(query, 'all')
  return Object.assign(query, {
    all: (...placed: unknown[]) => {
      const shape = placed.length ? null : shapeOf(query)
      const known = shape && (built.get(shape.key) ?? remember(shape, buildSelect(query)))
      if (!known) return all(...placed)
      const { text, toObject } = known
      const rows = client
        .prepare<unknown[], unknown[]>(text)
        .raw()
        .all(...shape.values)
      return toObject ? rows.map(toObject) : rows
    },
  })
}

function buildSelect(query: object): Built & { values: unknown[] } {
  const noted = notedSelect(query)
  if (!noted) throw new Error('only a select is read by objects')
  const toSql: () => { sql: string; params: unknown[] } = Reflect.get(query, 'toSQL').bind(query)
  const { sql: text, params: values } = toSql()
  return { text, values, toObject: rowMapper(noted.fields, Reflect.get(query, 'joinsNotNullableMap')) }
}

function keptText(query: SQL, toQuery: ToQuery): { sql: string; params: unknown[] } {
  const shape = shapeOf(query)
  if (!shape) return toQuery(query)
  const before = built.get(shape.key)
  if (before) return { sql: before.text, params: shape.values }
  const { sql: text, params: values } = toQuery(query)
  remember(shape, { text, values, toObject: null })
  return { sql: text, params: values }
}

/** What was built, kept for the next time; null when the builder gives other values than the walk over the query found. */
function remember({ key, values }: QueryShape, { text, toObject, ...of }: Built & { values: unknown[] }): Built | null {
  if (!isDeepStrictEqual(values, of.values)) return null
  if (forgetsNumbers() || built.size >= MAX_TEXTS) built.clear()
  else built.set(key, { text, toObject })
  return { text, toObject }
}
