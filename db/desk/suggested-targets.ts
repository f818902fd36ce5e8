import { type LookupScope, storyTargets } from '@/db/desk/story-lookup'
import { allAuthors } from '@/db/paper/authors'
import { allSections } from '@/db/paper/sections'
import { allTopics } from '@/db/paper/topics'
import { foundNumbers } from '@/db/search/found-numbers'
import { publicIds } from '@/db/search/public-ids'
import type { Reader } from '@/db/store/open'
import { addressWords, nearestName } from '@/lib/addresses/address-words'
import { authorPath, sectionPath, topicPath } from '@/lib/addresses/paths'
import type { SuggestedTarget } from '@/lib/desk/addresses/suggested-target'
import { parseSearchQuery } from '@/lib/search/query'

/** A story matches an address by this many of its words; with more, one changed word finds nothing. */
const SEARCHED_WORDS = 3
/** Of what is found, a few may not be public any more. */
const LOOKED_AT = 5

/**
 * The likely target of each of `paths`, the first of: the public story whose id it contains, a public story with its
 * words (all of them, else the three longest, else the first three), a section, topic or author with a similar name.
 * null without one.
 */
export async function suggestedTargets(
  db: Reader,
  { paths, ...scope }: LookupScope & { paths: readonly string[] },
): Promise<(SuggestedTarget | null)[]> {
  const lists = [
    ...(await allSections(db)).value.map(({ slug, name }) => ({ slug, name, path: sectionPath(slug) })),
    ...(await allTopics(db)).value.map(({ slug, name }) => ({ slug, name, path: topicPath(slug) })),
    ...(await allAuthors(db)).value.map(({ slug, name }) => ({ slug, name, path: authorPath(slug) })),
  ]
  const suggestions: (SuggestedTarget | null)[] = []
  for (const path of paths) {
    const { ids, words, names } = addressWords(path)
    const story = (await storyOf(db, { ids, ...scope })) ?? (await storyWith(db, { words, ...scope }))
    const list = story ? null : (names.map((name) => nearestName(name, lists)).find((near) => near !== null) ?? null)
    if (story) suggestions.push({ kind: 'story', story })
    else suggestions.push(list && { kind: 'list', path: list.path, name: list.name })
  }
  return suggestions
}

async function storyOf(db: Reader, { ids, ...scope }: LookupScope & { ids: readonly number[] }) {
  const found = await storyTargets(db, { ids, ...scope })
  return found.find(({ state }) => state === 'published') ?? null
}

async function storyWith(db: Reader, { words, ...scope }: LookupScope & { words: readonly string[] }) {
  // A single word is the name of a list, or too little to search for.
  if (words.length < 2) return null
  const longest = [...words].sort((one, other) => other.length - one.length).slice(0, SEARCHED_WORDS)
  const queries = [words, longest, words.slice(0, SEARCHED_WORDS)].slice(0, longest.length < words.length ? 3 : 1)
  for (const query of queries) {
    const parsed = parseSearchQuery(query.join(' '))
    const found = parsed && (await foundNumbers(db, parsed, { order: 'relevance', now: scope.now }))
    const [id] = found ? await publicIds(db, found.numbers.slice(0, LOOKED_AT), scope.now) : []
    const [story] = id === undefined ? [] : await storyTargets(db, { ids: [id], ...scope })
    if (story) return story
  }
  return null
}
