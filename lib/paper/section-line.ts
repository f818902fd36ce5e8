import type { Section } from '@/lib/article/article'

/** From the top of the tree down to `section` itself, as far as `all` knows its parents. */
export function sectionLineIn(all: Section[], section: Section): Section[] {
  const line = [section]
  for (let above = section.parentId; above !== null; ) {
    const parent = all.find(({ id }) => id === above)
    if (!parent || line.includes(parent)) break
    line.unshift(parent)
    above = parent.parentId
  }
  return line
}
