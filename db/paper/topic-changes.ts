import { logAction } from '@/db/audit/log'
import {
  addTopic,
  describeTopic,
  renameTopic,
  topicAddressProblem,
  topicById,
  topicNameProblem,
} from '@/db/paper/topics'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { chosenSlug } from '@/lib/addresses/paths'
import { changesInWords } from '@/lib/audit/changes-in-words'
import { type Refusal, refuse } from '@/lib/desk/refusal'

/** What somebody types of a topic; an empty slug is made from the name. */
interface Typed {
  name: string
  slug: string
  description: string
}

/**
 * Adds a topic, or says why it cannot be: its name or its address is taken. It is looked up in the transaction that adds
 * it, so that of two people who add one at once the second is told.
 */
export async function bringTopic(
  db: Writer,
  { name, slug: typed, description, now }: Typed & { now: Date },
): Promise<{ id: number; slug: string } | Refusal> {
  return inTransaction(db, async (tx) => {
    const slug = chosenSlug(typed, { name, own: null })
    const refusal = await refusalOf(tx, { name, slug, self: null })
    if (refusal) return refusal
    const { id } = await addTopic(tx, { name, slug, description, now })
    await logAction(tx, { action: 'topic added', thing: { id, name }, now })
    return { id, slug }
  })
}

/** Changes what is given of topic `id`; what is left out stays. null when the topic does not exist. */
export async function changeTopic(
  db: Writer,
  { id, changes, now }: { id: number; changes: Changes; now: Date },
): Promise<Record<string, never> | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const present = await topicById(tx, id)
    if (!present) return null
    const name = changes.name ?? present.name
    const slug = chosenSlug(changes.slug ?? present.slug, { name, own: present.slug })
    const refusal = await refusalOf(tx, { name, slug, self: id })
    if (refusal) return refusal
    await renameTopic(tx, { id, name, slug, now })
    const description = changes.description ?? present.description
    await describeTopic(tx, { id, description, now })
    const { name: formerName, slug: formerSlug, description: former } = present
    const detail = changesInWords(
      { name: formerName, slug: formerSlug, description: former },
      { name, slug, description },
    )
    if (detail) await logAction(tx, { action: 'topic changed', thing: { id, name }, detail, now })
    return {}
  })
}

type Changes = { [Field in keyof Typed]?: Typed[Field] | undefined }

async function refusalOf(
  db: Reader,
  { name, slug, self }: { name: string; slug: string; self: number | null },
): Promise<Refusal | null> {
  const taken = await topicNameProblem(db, { name, self })
  if (taken) return refuse('name', taken)
  const problem = await topicAddressProblem(db, { slug, self })
  return problem ? refuse('slug', problem) : null
}
