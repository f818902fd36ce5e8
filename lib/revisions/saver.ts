/** Who saves a version of an article. */
export interface Saver {
  /** The account at the desk; null for the command line, the schedule, an import. */
  id: string | null
  /** What the desk shows. */
  name: string
}

/** Who saved a version: the name at that time, and the account; null when there is none or it is unknown. */
export interface SavedVersion {
  savedBy: string
  savedById: string | null
}

/** A person or program that saves without an account at the desk. */
export function withoutAccount(name: string): Saver {
  return { id: null, name }
}

/**
 * A key that all versions saved by one person share: the account, also after it was renamed. For a version without an
 * account (from before accounts were stored, from the command line, of a deleted account) it is the name.
 */
export function saverKey({ savedBy, savedById }: SavedVersion): string {
  return savedById === null ? `name:${savedBy}` : `account:${savedById}`
}

/** Whether `person` saved the version. Compares the name when the version has no account, as saverKey does. */
export function isSavedBy({ savedBy, savedById }: SavedVersion, person: { id: string; name: string }): boolean {
  return savedById === null ? savedBy === person.name : savedById === person.id
}
