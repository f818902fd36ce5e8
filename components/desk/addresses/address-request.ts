import { type DeskResponse, deskRequest } from '@/components/desk/desk-request'

/** The target of a redirect: a story, whatever its address will be, or a path. */
export type ChosenTarget = { story: number } | { to: string }

/** Redirects `from` to `target` from now on. */
export function addRedirect(from: string, target: ChosenTarget): Promise<DeskResponse<object>> {
  return deskRequest('POST /api/desk/addresses/redirects', { input: { from, ...target } })
}
