/** One thing an editor can put right, in words for the desk; `field` names what it concerns, empty for the whole. */
export interface Problem {
  field: string
  message: string
}

/** The answer of a verb that changed nothing because an editor has to put something right first. */
export interface Refusal {
  problems: Problem[]
}

/** Who saved an article since the editor opened it, as the answer of a conflict (409) carries it. */
export interface SavedSince {
  version: number
  savedBy: string
  /** ISO 8601. */
  savedAt: string
}

export function refuse(field: string, message: string): Refusal {
  return { problems: [{ field, message }] }
}

/** For a link that is unknown, used, revoked or too old: the answer does not tell which. */
export function invalidLink(): Refusal {
  return refuse('', 'This link does not work any more. Ask for a new one.')
}
