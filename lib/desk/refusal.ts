/** One thing an editor can put right, in words for the desk; `field` is the name of what it concerns. */
export interface Problem {
  field: string
  message: string
}

/** The answer of a verb that changed nothing because an editor has to put something right first. */
export interface Refusal {
  problems: Problem[]
}

export function refuse(field: string, message: string): Refusal {
  return { problems: [{ field, message }] }
}

/** For a link that is unknown, used, revoked or too old: whoever holds it learns not which. */
export function spentLink(): Refusal {
  return refuse('', 'This link does not work any more. Ask for a new one.')
}
