import { z } from 'zod'
import type { DeskAction } from '@/lib/accounts/permissions'
import type { Scope } from '@/lib/admin-api/scopes'
import type { LoggedAction } from '@/lib/audit/log-entry'

export type ApiMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One operation of the Admin API. The route is made from it (app/_admin-api/api-route.ts), the description is made from it
 * (lib/admin-api/open-api.ts), and the server takes methods and limits from it.
 */
export interface Operation<
  Method extends ApiMethod = ApiMethod,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: Method
  /** As the folders below app/ spell it. `[id]` below /articles is a story, which has to exist. */
  readonly path: `/api/admin/v1/${string}`
  readonly summary: string
  readonly description?: string
  /** null for every token. */
  readonly scope: Scope | null
  /** What the user of the token must be allowed to do; null for everybody. */
  readonly action: DeskAction | null
  readonly query: Query
  readonly body: Body
  /** Whether the body may be left out. */
  readonly isBodyOptional: boolean
  /** The body is a file of at most this size, alone or as a form. */
  readonly maxFileBytes?: number
  readonly maxJsonBytes?: number
  /** The status when it was done; 204 has no answer. */
  readonly status: 200 | 201 | 204
  readonly answer: Answer
  /** The audit log’s words when the verb has none; null for what reads. */
  readonly logs: LoggedAction | null
  /** Of what a version is compared, so that it can answer 409 with both; null for nothing. */
  readonly conflict: 'article' | 'media' | null
  /** Whether the paper may refuse it for what it says, with 422. */
  readonly canRefuse: boolean
}

interface Declared<Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> {
  summary: string
  description?: string
  scope: Scope | null
  action: DeskAction | null
  query: Query
  body: Body
  isBodyOptional?: boolean
  maxFileBytes?: number
  maxJsonBytes?: number
  status?: 200 | 201
  answer: Answer
  conflict?: 'article' | 'media'
}

/** The query, the body or the answer of an operation that has none. */
export const nothing = z.strictObject({})

/** Declares an operation. */
export function operation<
  const Method extends ApiMethod,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(
  method: Method,
  path: `/api/admin/v1/${string}`,
  declared: Declared<Query, Body, Answer> & (Method extends 'GET' ? { logs?: never } : { logs: LoggedAction }),
): Operation<Method, Query, Body, Answer> {
  const { summary, description, scope, action, query, body, answer, maxFileBytes, maxJsonBytes, logs } = declared
  return {
    method,
    path,
    summary,
    scope,
    action,
    query,
    body,
    answer,
    ...(description !== undefined && { description }),
    ...(maxFileBytes !== undefined && { maxFileBytes }),
    ...(maxJsonBytes !== undefined && { maxJsonBytes }),
    logs: logs ?? null,
    isBodyOptional: declared.isBodyOptional ?? Object.is(body, nothing),
    status: Object.is(answer, nothing) ? 204 : (declared.status ?? 200),
    conflict: declared.conflict ?? null,
    canRefuse: method !== 'GET',
  }
}
