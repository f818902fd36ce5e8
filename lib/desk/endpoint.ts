import type { z } from 'zod'
import type { LoggedAction } from '@/lib/audit/log-entry'

/*
 * Every address below /api/desk is declared once, in an endpoints.ts of this folder. The route under app/ is made from
 * the declaration (app/_desk/desk-route.ts), and the browser takes its types from it (components/desk/desk-request.ts).
 */

/** One address below /api/desk: what it takes and what it answers. */
export interface Endpoint<
  Method extends 'GET' | 'POST' | 'PUT' = 'GET' | 'POST' | 'PUT',
  Path extends string = string,
  Input extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: Method
  /** As the folders below app/ spell it: /api/desk/articles/[id]/publish. */
  readonly path: Path
  /** The JSON body; of a GET, the query. */
  readonly input: Input
  /** The JSON of a 200. Strict, so that a test notices a field that nobody declared. */
  readonly answer: Answer
  /** The body is a file of at most this size, not JSON. */
  readonly maxFileBytes?: number
  /** The most bytes that the JSON body may have; MAX_JSON_BYTES unless named. */
  readonly maxJsonBytes?: number
  /**
   * What the audit log says when it was done and its verb has not logged anything more exact (db/audit/log.ts). null
   * where nothing is changed that anybody else sees, such as a clipboard of one's own; a GET has none.
   */
  readonly logs?: LoggedAction | null
}

/** Names the file in the body, percent-encoded. */
export const FILE_NAME_HEADER = 'X-File-Name'

/** What the body of an address may have that declares no more. */
export const MAX_JSON_BYTES = 1024 ** 2

/** Declares an address of the desk. */
export function endpoint<
  const Method extends 'GET' | 'POST' | 'PUT',
  const Path extends `/api/desk/${string}`,
  Input extends z.ZodType,
  Answer extends z.ZodType,
>(
  method: Method,
  path: Path,
  declared: Pick<Endpoint<Method, Path, Input, Answer>, 'input' | 'answer' | 'maxFileBytes' | 'maxJsonBytes'> &
    (Method extends 'GET' ? { logs?: never } : { logs: LoggedAction | null }),
): Endpoint<Method, Path, Input, Answer> {
  return { method, path, ...declared }
}

/** The segments of a path that vary, by name. */
export type PathParams<Path extends string, Value = string> = { [Name in ParamName<Path>]: Value }

/** The name of such a segment: for /api/desk/articles/[id]/notes/[note] it is id or note. */
export type ParamName<Path extends string> = Path extends `${string}[${infer Name}]${infer Rest}`
  ? Name | ParamName<Rest>
  : never

/** A path with its segments filled in, encoded. Throws when one is missing. */
export function filledPath(path: string, params: Readonly<Record<string, string | number>>): string {
  return path.replace(/\[(\w+)\]/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`${path} needs ${name}`)
    return encodeURIComponent(value)
  })
}
