import type Sqlite from 'better-sqlite3'

/**
 * How many statements a connection keeps prepared. The pages of readers and the desk use some three hundred; each is a few
 * kilobytes. Texts with a varying number of parameters make more, of which the oldest unused go.
 */
const MAX_STATEMENTS = 500

/**
 * Lets the connection prepare each text once: `prepare` returns the statement of before, in the mode in which a new one
 * is. SQLite prepares it anew by itself when the schema changed. Rows of such a statement are fetched at once, never by
 * `iterate`, because a second use would find it busy.
 */
export function keepStatements(client: Sqlite.Database): void {
  const prepare = client.prepare.bind(client)
  const kept = new Map<string, Sqlite.Statement>()
  const prepareOnce = (text: string): Sqlite.Statement => {
    const before = kept.get(text)
    kept.delete(text)
    const statement = before ?? prepare(text)
    kept.set(text, statement)
    const [oldest] = kept.keys()
    if (kept.size > MAX_STATEMENTS && oldest !== undefined) kept.delete(oldest)
    return before?.reader ? before.raw(false).pluck(false) : statement
  }
  Object.defineProperty(client, 'prepare', { value: prepareOnce, configurable: true, writable: true })
}
