interface Placed {
  id: number
  parentId: number | null
}

/**
 * From the top of the tree down to section `id` itself, as far as `sections` (by id) holds its parents; empty when it
 * does not hold the section. A section that would stand below itself ends the line.
 */
export function sectionLine<T extends Placed>(sections: ReadonlyMap<number, T>, id: number): T[] {
  const line: T[] = []
  let section = sections.get(id)
  while (section && !line.includes(section)) {
    line.unshift(section)
    section = section.parentId === null ? undefined : sections.get(section.parentId)
  }
  return line
}

/** How many steps section `id` is below the top of the tree, as far as `sections` holds its parents; 0 at the top. */
export function sectionDepth(sections: readonly Placed[], id: number): number {
  const byId = new Map(sections.map((section) => [section.id, section]))
  return Math.max(0, sectionLine(byId, id).length - 1)
}
