import { type DeskResponse, deskRequest } from '@/components/desk/desk-request'

/** Where an address is to lead: to a story, wherever it will be, or to a path. */
export type ChosenTarget = { story: number } | { to: string }

/** Redirects `from` to `target` from now on. */
export function leadElsewhere(from: string, target: ChosenTarget): Promise<DeskResponse<object>> {
  return deskRequest('POST /api/desk/addresses/redirects', { input: { from, ...target } })
}
