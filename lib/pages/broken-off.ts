/** The code of the error that whoever reads a body gets when the site ends it (server/http/body-limit.ts). */
export const BODY_ENDED = 'BODY_ENDED'

/** Whether `request` was never whole: whoever sent it left, or sent more than may be. `error` is what its work threw. */
export function hasBrokenOff(request: Request, error: unknown): boolean {
  // Server and pages are separate bundles, with a class of their own for each error.
  return request.signal.aborted || (error instanceof Error && 'code' in error && error.code === BODY_ENDED)
}
