import { ARTICLE_OPERATIONS } from '@/lib/admin-api/article-operations'
import { FRONT_OPERATIONS } from '@/lib/admin-api/front-operations'
import { MEDIA_OPERATIONS } from '@/lib/admin-api/media-operations'
import { NAME_OPERATIONS } from '@/lib/admin-api/name-operations'
import type { Operation } from '@/lib/admin-api/operation'
import { PLANNING_OPERATIONS } from '@/lib/admin-api/planning-operations'

/** Every operation of the Admin API, by the name under which generated clients have it. */
export const OPERATIONS = {
  ...ARTICLE_OPERATIONS,
  ...FRONT_OPERATIONS,
  ...MEDIA_OPERATIONS,
  ...NAME_OPERATIONS,
  ...PLANNING_OPERATIONS,
} as const satisfies Record<string, Operation>

export type OperationName = keyof typeof OPERATIONS
export type OperationOf<Name extends OperationName> = (typeof OPERATIONS)[Name]

/** Whether `path` belongs to the Admin API, in any spelling. */
export function isAdminApiPath(path: string): boolean {
  return /^\/api\/admin(?:\/|$)/i.test(path)
}
