import { sql } from 'drizzle-orm'
import type { MeantQuery } from '@/db/search/meant-terms'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { wordsFromJson } from '@/db/store/words'
import type { Body } from '@/lib/article/body'
import { elementWords } from '@/lib/article/body-words'
import { readableText } from '@/lib/article/readable-text'
import { foundPassage } from '@/lib/search/found-passage'
import { type MarkedText, markedText } from '@/lib/search/marked-text'
import { SoughtWords } from '@/lib/search/sought-words'

/** What a list of results shows of a story, with what was found marked. */
export interface FoundText {
  id: number
  headline: MarkedText
  /** Words of the standfirst, or of the text where more of what is sought stands; empty for a story without either. */
  passage: MarkedText
}

/** The terms of a query as they are sought in texts. */
export function soughtWords({ wanted }: MeantQuery): SoughtWords {
  return new SoughtWords(
    wanted.map(({ forms, words, others, isQuoted, isBeginning }, place) => ({
      forms: forms.length ? forms : others,
      run: words,
      isOpen: words.length > 1 && !isQuoted && (isBeginning || place === wanted.length - 1),
    })),
  )
}

/** The words of the stories `ids` in which `sought` is found, in the order of `ids`; those that do not exist are missing. */
export async function foundTexts(db: Reader, ids: readonly number[], sought: SoughtWords): Promise<FoundText[]> {
  if (!ids.length) return []
  const { id, headline, standfirst } = articles
  // Read as it is stored: most stories show their standfirst.
  const body = sql<string>`${articles.body}`
  const rows = await db.select({ id, headline, standfirst, body }).from(articles).where(isOneOf(id, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((one) => {
    const row = byId.get(one)
    if (!row) return []
    const inStandfirst = sought.placesIn(row.standfirst)
    const terms = new Set(inStandfirst.map(({ term }) => term)).size
    const inText = terms < sought.terms.length ? foundPassage(partsOf(wordsFromJson(row.body)), sought) : null
    const passage = inText && termsIn(inText, sought) > terms ? inText : markedText(row.standfirst, inStandfirst)
    return [{ id: one, headline: markedText(row.headline, sought.placesIn(row.headline)), passage }]
  })
}

function* partsOf(body: Body): Generator<string> {
  for (const element of body) yield elementWords(element, readableText)
}

function termsIn(parts: MarkedText, sought: SoughtWords): number {
  const found = parts.filter(({ isFound }) => isFound).map(({ text }) => text)
  return new Set(sought.placesIn(found.join(' . ')).map(({ term }) => term)).size
}
