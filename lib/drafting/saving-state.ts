/** A problem that an editor can solve, in the editor's words. */
interface Problem {
  field: string
  message: string
}

/** Whether what is typed is saved. */
export type SavingState =
  /** The server has everything, since this instant (milliseconds since 1970). */
  | { kind: 'saved'; at: number }
  /** A save is pending or about to be sent. */
  | { kind: 'saving' }
  /** The server cannot be reached. */
  | { kind: 'offline' }
  /** The server answers, but cannot save. */
  | { kind: 'failing'; reason?: string }
  | { kind: 'signed-out' }
  /** The server refused the save. */
  | { kind: 'refused'; problems: Problem[] }

/**
 * The state in words; `clock` formats an instant as the time of day. `isOnDevice` says whether this device has stored
 * what the server does not have.
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
      return `The server cannot save at the moment, ${kept}${state.reason === undefined ? '' : `. ${state.reason}`}`
    case 'signed-out':
      return `Signed out, ${kept}`
    case 'refused':
      return `Not saved, ${kept}: ${state.problems.map(({ message }) => message).join(' ')}`
  }
}
