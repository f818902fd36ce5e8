/** One thing that somebody can put right, in words. */
interface Problem {
  field: string
  message: string
}

/** How things stand with what is typed. */
export type SavingState =
  /** The server has everything, since this instant (milliseconds since 1970). */
  | { kind: 'saved'; at: number }
  /** Something is on its way, or will be in a moment. */
  | { kind: 'saving' }
  /** The server cannot be reached. */
  | { kind: 'offline' }
  /** The server answers, but cannot save. */
  | { kind: 'failing' }
  | { kind: 'signed-out' }
  /** The server does not take it. */
  | { kind: 'refused'; problems: Problem[] }

/**
 * The state in words; `clock` spells an instant as the time of day. `isOnDevice` says whether this device has what the
 * server has not.
 */
export function savingText(state: SavingState, isOnDevice: boolean, clock: (at: number) => string): string {
  const kept = isOnDevice ? 'kept on this device' : 'and it cannot be kept on this device: do not close this page'
  switch (state.kind) {
    case 'saved':
      return `Saved ${clock(state.at)}`
    case 'saving':
      return isOnDevice ? 'Saving' : `Saving, ${kept}`
    case 'offline':
      return `Offline, ${kept}`
    case 'failing':
      return `The server cannot save at the moment, ${kept}`
    case 'signed-out':
      return `Signed out, ${kept}`
    case 'refused':
      return `Not saved, ${kept}: ${state.problems.map(({ message }) => message).join(' ')}`
  }
}
