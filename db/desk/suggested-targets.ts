import { searchArchive } from '@/db/desk/archive-search'
import { type LookupScope, storyTargets } from '@/db/desk/story-lookup'
import { allAuthors } from '@/db/paper/authors'
import { allSections } from '@/db/paper/sections'
import { allTopics } from '@/db/paper/topics'
import type { Reader } from '@/db/store/open'
import { addressWords, nearestName } from '@/lib/addresses/address-words'
import { authorPath, sectionPath, topicPath } from '@/lib/addresses/paths'
import type { SuggestedTarget } from '@/lib/desk/addresses/suggested-target'

/** With so many of an address's words a story is meant; more of them find nothing when one was changed. */
const TELLING_WORDS = 3

/**
 * For each of `paths` what it may have meant, in this order: the public story whose id it names, a public story that has
 * its words in it (all of them, or else the three longest, or the three first), a section, topic or author whose name is nearly the same.
 * null for none.
 */
export async function suggestedTargets(
  db: Reader,
  { paths, siteUrl, ...looking }: LookupScope & { paths: readonly string[]; siteUrl: string },
): Promise<(SuggestedTarget | null)[]> {
  const lists = [
    ...(await allSections(db)).value.map(({ slug, name }) => ({ slug, name, path: sectionPath(slug) })),
    ...(await allTopics(db)).value.map(({ slug, name }) => ({ slug, name, path: topicPath(slug) })),
    ...(await allAuthors(db)).value.map(({ slug, name }) => ({ slug, name, path: authorPath(slug) })),
  ]
  const suggestions: (SuggestedTarget | null)[] = []
  for (const path of paths) {
    const { ids, words, names } = addressWords(path)
    const story = (await storyOf(db, { ids, ...looking })) ?? (await storyWith(db, { words, siteUrl, ...looking }))
    const list = story ? null : (names.map((name) => nearestName(name, lists)).find((near) => near !== null) ?? null)
    if (story) suggestions.push({ kind: 'story', story })
    else suggestions.push(list && { kind: 'list', path: list.path, name: list.name })
  }
  return suggestions
}

async function storyOf(db: Reader, { ids, ...looking }: LookupScope & { ids: readonly number[] }) {
  const found = await storyTargets(db, { ids, ...looking })
  return found.find(({ state }) => state === 'published') ?? null
}

async function storyWith(db: Reader, { words, ...search }: LookupScope & { words: readonly string[]; siteUrl: string }) {
  // One word alone is the name of a list, or says too little.
  if (words.length < 2) return null
  const telling = [...words].sort((one, other) => other.length - one.length).slice(0, TELLING_WORDS)
  const tries = [words, telling, words.slice(0, TELLING_WORDS)].slice(0, telling.length < words.length ? 3 : 1)
  for (const asked of tries) {
    const stories = await searchArchive(db, { query: asked.join(' '), not: null, limit: 3, ...search })
    const story = stories.find(({ state }) => state === 'published')
    if (story) return story
  }
  return null
}
