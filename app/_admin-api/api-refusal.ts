import 'server-only'
import type { Problem } from '@/lib/desk/refusal'

/** A request to the Admin API that a check stopped. */
export class ApiRefusal extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly more: { errors?: Problem[]; headers?: Record<string, string> } = {},
  ) {
    super(`refused with ${status}`)
  }
}
