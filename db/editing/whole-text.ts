import { eq } from 'drizzle-orm'
import { addArticle } from '@/db/editing/article-change'
import { articlesThere } from '@/db/editing/links'
import { saveText, withSlug } from '@/db/editing/manuscripts'
import { type Outcome, type VerbInput, withVersionCheck } from '@/db/editing/version-check'
import { textProblems } from '@/db/editing/writing'
import { type NamedChoices, namedChoices } from '@/db/paper/named-choices'
import { siteSettings } from '@/db/paper/site'
import { picturesByIds } from '@/db/pictures/pictures'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { slugFrom } from '@/lib/addresses/paths'
import { emptyManuscript, type Manuscript } from '@/lib/article/manuscript'
import { NEW_DRAFT } from '@/lib/article/snapshot'
import type { Problem, Refusal } from '@/lib/desk/refusal'
import { same } from '@/lib/merging/same'

/** What a program says of a story: names in place of numbers for section, topics and authors. */
export interface TextFields extends NamedChoices {
  text: { [Field in keyof Manuscript]?: Manuscript[Field] | undefined }
}

/**
 * Creates a draft of `owner` with a whole text; what is left out is empty, and the language is that of the paper. Refused
 * when it names something that does not exist.
 */
export async function createDraft(
  db: Writer,
  { fields, owner, now }: { fields: TextFields; owner: { id: string; name: string }; now: Date },
): Promise<{ id: number; version: number } | Refusal> {
  return inTransaction(db, async (tx) => {
    const change = await changeIn(tx, fields)
    if ('problems' in change) return change
    const { value: paper } = await siteSettings(tx)
    const text = { ...emptyManuscript(paper.language), ...change }
    const after = { ...text, ...NEW_DRAFT, slug: change.slug || slugFrom(text.headline) }
    const problems = await textProblems(tx, { before: null, after })
    if (problems.length) return { problems }
    const id = await addArticle(tx, { after, createdAt: now, by: owner, now, reason: 'written' })
    await tx.update(articles).set({ ownerId: owner.id }).where(eq(articles.id, id))
    return { id, version: 1 }
  })
}

/**
 * Changes the text that editors work on: that of a public or scheduled article is an unpublished change. What is left out
 * stays; without a difference nothing is saved. When somebody has saved since version `basedOn`, returns the conflict.
 * Throws when the article does not exist.
 */
export async function changeText(db: Writer, { fields, ...act }: VerbInput & { fields: TextFields }): Promise<Outcome> {
  const { by, now } = act
  return withVersionCheck(db, act, async (tx, article) => {
    const change = await changeIn(tx, fields)
    if ('problems' in change) return change
    const { manuscript: before, snapshot } = article
    const manuscript = withSlug(article, { ...before, ...change })
    const problems = await textProblems(tx, {
      before: { ...snapshot, ...before },
      after: { ...snapshot, ...manuscript },
    })
    if (problems.length) return { problems }
    if (same(manuscript, before)) return { version: article.version }
    return { version: await saveText(tx, { article, manuscript, by, now, reason: 'saved' }) }
  })
}

/** The fields that change, with numbers for names, or what does not exist. */
async function changeIn(db: Reader, { text, ...names }: TextFields): Promise<Partial<Manuscript> | Refusal> {
  const choices = await namedChoices(db, names)
  const problems: Problem[] = 'problems' in choices ? choices.problems : []
  const { leadMediaId, translationOfId } = text
  if (leadMediaId && !(await picturesByIds(db, [leadMediaId])).has(leadMediaId)) {
    problems.push({ field: 'leadMedia', message: `There is no picture ${leadMediaId}.` })
  }
  if (translationOfId && !(await articlesThere(db, [translationOfId])).has(translationOfId)) {
    problems.push({ field: 'translationOf', message: `There is no story ${translationOfId}.` })
  }
  if (problems.length || 'problems' in choices) return { problems }
  const given = Object.entries(text).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(given), ...choices }
}
