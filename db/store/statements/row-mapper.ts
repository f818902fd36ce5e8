import { Column, getTableColumns, getTableName, type SQL, Table } from 'drizzle-orm'

/*
 * Rows of the driver as the query builder answers with them, decided once for a query and not anew for every field of
 * every row.
 */

/** The values of a row in the order of the fields, as the objects that the fields describe. */
export type RowMapper = (row: unknown[]) => unknown

interface Value {
  name: string
  at: number
  /** null for a value that is taken as it is. */
  decode: ((value: unknown) => unknown) | null
}

interface Group {
  name: string
  entries: Entry[]
  /** The place within the row of the value without which the whole object is null; null when it is never null. */
  missingWithout: Value | null
}

type Entry = Value | Group

/**
 * The mapper for a select of `fields`. `isAlwaysThere` says by the name of a table whether each row has one of it: an
 * object of columns of one other table, as left joins have them, is null when its first column is.
 */
export function rowMapper(fields: Record<string, unknown>, isAlwaysThere: Record<string, boolean>): RowMapper {
  let at = 0
  const entriesOf = (of: Record<string, unknown>, depth: number): Entry[] =>
    Object.entries(of).map(([name, field]): Entry => {
      if (field instanceof Column) return { name, at: at++, decode: decoderOf(field) }
      if (isLeaf(field)) return { name, at: at++, decode: null }
      const within = field instanceof Table ? getTableColumns(field) : recordOf(field)
      const entries = entriesOf(within, depth + 1)
      return { name, entries, missingWithout: depth > 0 ? null : firstOfOneTable(within, entries, isAlwaysThere) }
    })
  const entries = entriesOf(fields, 0)
  return (row) => objectOf(entries, row)
}

function objectOf(entries: readonly Entry[], row: unknown[]): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  for (const entry of entries) {
    if ('at' in entry) object[entry.name] = fieldValue(entry, row)
    else if (entry.missingWithout && fieldValue(entry.missingWithout, row) === null) object[entry.name] = null
    else object[entry.name] = objectOf(entry.entries, row)
  }
  return object
}

function fieldValue({ at, decode }: Value, row: unknown[]): unknown {
  const value = row[at]
  return value === null || decode === null ? value : decode(value)
}

function firstOfOneTable(
  fields: Record<string, unknown>,
  entries: readonly Entry[],
  isAlwaysThere: Record<string, boolean>,
): Value | null {
  const columns = Object.entries(fields).flatMap(([name, field]) =>
    field instanceof Column ? [{ name, table: getTableName(field.table) }] : [],
  )
  const [first] = columns
  if (!first || isAlwaysThere[first.table] || columns.some(({ table }) => table !== first.table)) return null
  const entry = entries.find(({ name }) => name === first.name)
  return entry && 'at' in entry ? entry : null
}

/** Columns of SQLite's own kinds take their value as it is. */
function decoderOf(column: Column): Value['decode'] {
  if (column.mapFromDriverValue === Column.prototype.mapFromDriverValue) return null
  return (value) => column.mapFromDriverValue(value)
}

/** Whether it is an expression; one that the shape of the query accepted has no decoder of its own. */
function isLeaf(field: unknown): field is SQL {
  return typeof field === 'object' && field !== null && 'getSQL' in field && !(field instanceof Table)
}

function recordOf(field: unknown): Record<string, unknown> {
  if (typeof field !== 'object' || field === null)
    throw new Error('a field of a select is neither column, SQL nor object')
  return Object.fromEntries(Object.entries(field))
}
