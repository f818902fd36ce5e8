import { type DeskAnswer, deskRequest } from '@/components/desk/desk-request'

/** Where an address is to lead: to a story, wherever it will stand, or to a path. */
export type ChosenTarget = { story: number } | { to: string }

/** Leads `from` to `target` from now on. */
export function leadElsewhere(from: string, target: ChosenTarget): Promise<DeskAnswer<object>> {
  return deskRequest('POST', '/api/desk/addresses/redirects', { from, ...target })
}
