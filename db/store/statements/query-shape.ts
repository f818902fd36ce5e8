import { Column, getTableName, noopDecoder, Param, Placeholder, SQL, Table } from 'drizzle-orm'
import { Name, StringChunk } from 'drizzle-orm/sql'
import { SQLiteSelectBase, SQLiteTable } from 'drizzle-orm/sqlite-core'

/*
 * What decides the text of a query, in one walk over what the query builder holds, which is much less work than to write
 * that text: pieces of SQL, columns, tables and names by number, every value as a mark. Two queries with the same key have
 * the same text, and their rows are read the same way. What the walk does not know makes a query one that is not kept.
 */

/** A query as far as its text goes, and the values that go into the places of the text, in their order. */
export interface QueryShape {
  key: string
  values: unknown[]
}

/** What the query builder noted of a select. */
export interface NotedSelect {
  fields: Record<string, unknown>
  table: unknown
  distinct?: boolean
  withList?: unknown[]
  joins?: { joinType: string; table: unknown; on: unknown }[]
  where?: unknown
  groupBy?: unknown[]
  having?: unknown
  orderBy?: unknown[]
  limit?: unknown
  offset?: unknown
  setOperators: {
    type: string
    isAll: boolean
    rightSelect: unknown
    orderBy?: unknown[]
    limit?: unknown
    offset?: unknown
  }[]
}

/** Thrown and caught within this file. */
class UnknownPart extends Error {}

/** Pieces of SQL and names are few, because they stand in the code. The bound is for what nobody thought of. */
const MAX_NUMBERED = 20_000

const numbers = new Map<string, string>()
let things = new WeakMap<object, string>()

/** The shape of `query`; null when its text depends on more than the walk knows. */
export function shapeOf(query: SQL | object): QueryShape | null {
  const shape: QueryShape = { key: '', values: [] }
  try {
    if (query instanceof SQL) addPart(query, shape)
    else addSelect(query, shape)
    return shape
  } catch (error) {
    if (error instanceof UnknownPart) return null
    throw error
  }
}

/**
 * Forgets all numbers when there are too many, and says so: keys of before are then worth nothing.
 */
export function forgetsNumbers(): boolean {
  if (numbers.size <= MAX_NUMBERED) return false
  numbers.clear()
  things = new WeakMap()
  return true
}

/** What the query builder noted of a select; null when `query` is something else. */
export function notedSelect(query: unknown): NotedSelect | null {
  return query instanceof SQLiteSelectBase ? Reflect.get(query, 'config') : null
}

function addSelect(query: unknown, shape: QueryShape): void {
  const noted = notedSelect(query)
  if (!noted || noted.withList?.length) throw new UnknownPart()
  const { fields, table, joins } = noted
  shape.key += noted.distinct ? 'D' : 'S'
  addFields(fields, shape)
  addPart(table, shape)
  for (const join of joins ?? []) {
    shape.key += join.joinType
    addPart(join.table, shape)
    addPart(join.on, shape)
  }
  addClause('w', noted.where, shape)
  addClause('g', noted.groupBy, shape)
  addClause('h', noted.having, shape)
  addPage(noted, shape)
  for (const operator of noted.setOperators) {
    shape.key += `${operator.type}${operator.isAll}`
    addSelect(operator.rightSelect, shape)
    addPage(operator, shape)
  }
  shape.key += ';'
}

function addClause(mark: string, parts: unknown, shape: QueryShape): void {
  if (parts === undefined) return
  shape.key += mark
  addPart(parts, shape)
}

/** The builder leaves out a limit below 0 and an offset of 0. */
function addPage(noted: { orderBy?: unknown[]; limit?: unknown; offset?: unknown }, shape: QueryShape): void {
  addClause('o', noted.orderBy, shape)
  if (noted.limit !== undefined && !(typeof noted.limit === 'number' && noted.limit < 0))
    addClause('l', noted.limit, shape)
  if (noted.offset) addClause('f', noted.offset, shape)
}

function addFields(fields: object, shape: QueryShape): void {
  shape.key += '{'
  for (const name in fields) {
    const field: unknown = Reflect.get(fields, name)
    shape.key += numbered(name)
    if (field instanceof Column) addColumn(field, shape)
    else if (field instanceof SQL) addDecoded(field, shape)
    else if (field instanceof SQL.Aliased) {
      if (Reflect.get(field, 'isSelectionField')) throw new UnknownPart()
      addDecoded(field.sql, shape)
      shape.key += `a${numbered(field.fieldAlias)}`
    } else if (field instanceof Table) shape.key += tableNumber(field)
    else if (isRecord(field)) addFields(field, shape)
    else throw new UnknownPart()
  }
  shape.key += '}'
}

/** A field that is read by a function of its own is not known by its text. */
function addDecoded(field: SQL, shape: QueryShape): void {
  if (Reflect.get(field, 'decoder') !== noopDecoder) throw new UnknownPart()
  addPart(field, shape)
}

function addPart(part: unknown, shape: QueryShape): void {
  if (part instanceof StringChunk) for (const text of part.value) shape.key += numbered(text)
  else if (part instanceof Param) addParam(part, shape)
  else if (part instanceof Column) addColumn(part, shape)
  else if (part instanceof SQL) {
    if (Reflect.get(part, 'shouldInlineParams')) throw new UnknownPart()
    shape.key += '('
    for (const chunk of part.queryChunks) addPart(chunk, shape)
    shape.key += ')'
  } else if (part === undefined) shape.key += 'u'
  else if (part === null || typeof part !== 'object') addValue(part, shape)
  else if (Array.isArray(part)) {
    shape.key += '['
    for (const one of part) addPart(one, shape)
    shape.key += ']'
  } else addObject(part, shape)
}

function addObject(part: object, shape: QueryShape): void {
  if (part instanceof SQLiteTable) shape.key += tableNumber(part)
  else if (part instanceof Name) shape.key += `n${numbered(part.value)}`
  else if (part instanceof SQL.Aliased) shape.key += `a${numbered(part.fieldAlias)}`
  else if (part instanceof SQLiteSelectBase) addSelect(part, shape)
  else if (part instanceof Uint8Array) addValue(part, shape)
  else throw new UnknownPart()
}

function addParam(param: Param, shape: QueryShape): void {
  if (param.value instanceof Placeholder) throw new UnknownPart()
  const value = param.value === null ? null : param.encoder.mapToDriverValue(param.value)
  if (value instanceof SQL) addPart(value, shape)
  else addValue(value, shape)
}

function addValue(value: unknown, shape: QueryShape): void {
  shape.key += '?'
  shape.values.push(value)
}

function addColumn(column: Column, shape: QueryShape): void {
  shape.key += things.get(column) ?? keep(column, `${tableNumber(column.table)}.${column.name}`)
}

function tableNumber(table: Table): string {
  return (
    things.get(table) ??
    keep(table, `${getTableName(table)} of ${String(Reflect.get(table, Symbol.for('drizzle:OriginalName')))}`)
  )
}

function keep(thing: object, name: string): string {
  const number = numbered(`thing ${name}`)
  things.set(thing, number)
  return number
}

function numbered(text: string): string {
  const known = numbers.get(text)
  if (known !== undefined) return known
  const number = `${numbers.size},`
  numbers.set(text, number)
  return number
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
