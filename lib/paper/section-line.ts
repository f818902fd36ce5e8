interface Placed {
  id: number
  parentId: number | null
}

/**
 * The sections from the top of the tree down to section `id`, as far as `sections` (by id) contains its parents; empty
 * when it does not contain the section. The line ends before a section would appear twice.
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
