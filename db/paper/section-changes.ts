import { logAction } from '@/db/audit/log'
import {
  addSection,
  describeSection,
  placeSection,
  renameSection,
  sectionAddressProblem,
  sectionById,
  sectionNameProblem,
} from '@/db/paper/sections'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { sectionTree } from '@/db/store/section-tree'
import { chosenSlug } from '@/lib/addresses/paths'
import { changesInWords } from '@/lib/audit/changes-in-words'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { sectionLine } from '@/lib/paper/section-line'

const NO_SUCH_PARENT = 'There is no such section. Choose another one.'

/** What somebody types of a section; an empty slug is made from the name. */
interface Typed {
  name: string
  slug: string
  description: string
}

/**
 * Adds a section below `parentId` (null: at the top), or says why it cannot be: its name or its address is taken, or the
 * section above is gone. It is looked up in the transaction that adds it, so that of two people who add one at once the
 * second is told.
 */
export async function bringSection(
  db: Writer,
  { name, slug: typed, description, parentId, now }: Typed & { parentId: number | null; now: Date },
): Promise<{ id: number; slug: string } | Refusal> {
  return inTransaction(db, async (tx) => {
    if (parentId !== null && !(await sectionById(tx, parentId))) return refuse('parent', NO_SUCH_PARENT)
    const slug = chosenSlug(typed, { name, own: null })
    const refusal = await refusalOf(tx, { name, slug, self: null, parentId })
    if (refusal) return refusal
    const { id } = await addSection(tx, { name, slug, description, parentId, now })
    await logAction(tx, { action: 'section added', thing: { id, name }, now })
    return { id, slug }
  })
}

/**
 * Changes what is given of section `id`; what is left out stays. With `parentId` it moves below that section, with all that
 * is below it, or to the top (null); never below itself. null when the section does not exist.
 */
export async function changeSection(
  db: Writer,
  { id, changes, now }: { id: number; changes: Changes; now: Date },
): Promise<Record<string, never> | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const present = await sectionById(tx, id)
    if (!present) return null
    const name = changes.name ?? present.name
    const slug = chosenSlug(changes.slug ?? present.slug, { name, own: present.slug })
    const parentId = changes.parentId === undefined ? present.parentId : changes.parentId
    const refusal =
      (await parentRefusal(tx, { id, parentId })) ?? (await refusalOf(tx, { name, slug, self: id, parentId }))
    if (refusal) return refusal
    await placeSection(tx, { id, parentId, now })
    await renameSection(tx, { id, name, slug, now })
    const description = changes.description ?? present.description
    await describeSection(tx, { id, description, now })
    const { name: formerName, slug: formerSlug, description: former } = present
    const detail = changesInWords(
      { name: formerName, slug: formerSlug, description: former, place: await placeOf(tx, present.parentId) },
      { name, slug, description, place: await placeOf(tx, parentId) },
    )
    if (detail) await logAction(tx, { action: 'section changed', thing: { id, name }, detail, now })
    return {}
  })
}

type Changes = { [Field in keyof Typed]?: Typed[Field] | undefined } & { parentId?: number | null | undefined }

/** Why section `id` cannot stand below `parentId`; null when it can. */
async function parentRefusal(
  db: Reader,
  { id, parentId }: { id: number; parentId: number | null },
): Promise<Refusal | null> {
  if (parentId === null) return null
  const line = sectionLine(new Map((await sectionTree(db)).map((section) => [section.id, section])), parentId)
  if (!line.length) return refuse('parent', NO_SUCH_PARENT)
  const isBelowItself = line.some((section) => section.id === id)
  return isBelowItself ? refuse('parent', 'A section cannot stand below itself. Choose another place.') : null
}

async function placeOf(db: Reader, parentId: number | null): Promise<string> {
  return parentId === null ? 'at the top' : `below ${(await sectionById(db, parentId))?.name ?? 'another one'}`
}

async function refusalOf(
  db: Reader,
  { name, slug, self, parentId }: { name: string; slug: string; self: number | null; parentId: number | null },
): Promise<Refusal | null> {
  const taken = await sectionNameProblem(db, { name, self, parentId })
  if (taken) return refuse('name', taken)
  const problem = await sectionAddressProblem(db, { slug, self })
  return problem ? refuse('slug', problem) : null
}
