/** Between two names of those who made one picture (MWG, Guidelines for Handling Image Metadata 2.0, section 5). */
const BETWEEN = '; '

/** The names in the field for who made a picture, each once, in their order; none in an empty field. */
export function creatorNames(creator: string): string[] {
  return [...new Set(creator.split(';').map((name) => name.trim()))].filter(Boolean)
}

/** The names as they stand in that field: each once, with a semicolon between two. */
export function joinedCreators(names: readonly string[]): string {
  return creatorNames(names.join(';')).join(BETWEEN)
}
