/** Who saves a version of an article. */
export interface Saver {
  /** The account at the desk; null for the command line, the schedule, an import. */
  id: string | null
  /** What the desk shows. */
  name: string
}

/** Who saved a version: the name as it was then, and the account; null where there is none, or none is known. */
export interface SavedVersion {
  savedBy: string
  savedById: string | null
}

/** Somebody, or something, that saves without an account at the desk. */
export function withoutAccount(name: string): Saver {
  return { id: null, name }
}

/**
 * The same for every version that one person saved: by the account, also after it was renamed. A version without an
 * account (from before accounts were kept, from the command line, of an account that is gone) goes by its name.
 */
export function saverKey({ savedBy, savedById }: SavedVersion): string {
  return savedById === null ? `name:${savedBy}` : `account:${savedById}`
}

/** Whether `person` saved the version; by the name where the version has no account, as in saverKey. */
export function isSavedBy({ savedBy, savedById }: SavedVersion, person: { id: string; name: string }): boolean {
  return savedById === null ? savedBy === person.name : savedById === person.id
}
