import { sql } from 'drizzle-orm'
import type { Reader, Transaction } from '@/db/store/open'
import { primaryLanguage } from '@/lib/paper/language'
import { hasLatinTwin, soundKey } from '@/lib/search/sound-key'
import { stemOf } from '@/lib/search/stems'

/** Letters, from which a word is in the list; anything longer than a usual word is no word that somebody mistypes. */
const HIGHEST = '\u{10FFFF}'
/** How many forms of a word are looked for at most. */
const MAX_FORMS = 24
/** How many words a beginning stands for at most, the shortest first. */
const MAX_CONTINUATIONS = 256

/** Adds those of `words`, of a text in `language`, that were never indexed before; in the transaction of the save. */
export async function addWords(tx: Transaction, words: readonly string[], language: string): Promise<void> {
  const base = primaryLanguage(language)
  const rows = await tx.all<{ word: string }>(sql`
    select distinct value as word from json_each(${JSON.stringify([...new Set(words)])})
    where value not in (select word from search_words)`)
  for (const { word } of rows) {
    const reversed = [...word].reverse().join('')
    await tx.run(sql`insert into search_words (word, reversed, sound) values (${word}, ${reversed}, ${soundKey(word)})`)
  }
  const stems = [...new Set(words)].flatMap((word) => {
    const stem = stemOf(word, base)
    return stem === word ? [] : [{ stem, word }]
  })
  if (!stems.length) return
  await tx.run(sql`
    insert or ignore into search_stems (language, stem, word)
    select ${base}, value ->> '$.stem', value ->> '$.word' from json_each(${JSON.stringify(stems)})`)
}

/** Of `words`, those that were indexed. */
export async function knownWords(db: Reader, words: readonly string[]): Promise<Set<string>> {
  const rows = await db.all<{ word: string }>(
    sql`select word from search_words where word in (select value from json_each(${JSON.stringify(words)}))`,
  )
  return new Set(rows.map(({ word }) => word))
}

/**
 * The indexed forms of folded words by all languages of the paper, the words themselves first: plurals, cases, tenses
 * (lib/search/stems.ts), and names as another alphabet writes them.
 */
export async function formsOf(db: Reader, words: readonly string[]): Promise<string[]> {
  const found = new Set(words)
  for (const language of await languagesOf(db)) {
    const stems = [...new Set(words.map((word) => stemOf(word, language)))]
    for (const stem of stems) found.add(stem)
    const rows = await db.all<{ word: string }>(sql`
      select word from search_stems where language = ${language}
        and stem in (select value from json_each(${JSON.stringify([...new Set([...words, ...stems])])})) limit ${MAX_FORMS}`)
    for (const { word } of rows) found.add(word)
  }
  const twins = words.length === 1 ? await twinsOf(db, words[0] ?? '') : []
  return [...found, ...twins].slice(0, Math.max(MAX_FORMS, words.length))
}

/** The indexed words that begin with `beginning`, the shortest first, and the other forms of each. */
export async function continuationsOf(db: Reader, beginning: string): Promise<string[]> {
  const rows = await db.all<{ word: string }>(sql`
    select word from search_words where word >= ${beginning} and word < ${beginning + HIGHEST}
    order by length(word), word limit ${MAX_CONTINUATIONS}`)
  const words = rows.map(({ word }) => word)
  // What a beginning finds, the whole word finds too; and what the whole word finds, each of its beginnings does.
  return words.length && words.length <= MAX_FORMS ? formsOf(db, words) : words
}

/** Names in another alphabet that sound the same. */
async function twinsOf(db: Reader, word: string): Promise<string[]> {
  const sound = soundKey(word)
  if (sound === null) return []
  const rows = await db.all<{ word: string }>(sql`select word from search_words where sound = ${sound} limit 50`)
  return rows.map((row) => row.word).filter((other) => hasLatinTwin(other) !== hasLatinTwin(word))
}

/** The languages that have stems, each found by one step in the key. */
async function languagesOf(db: Reader): Promise<string[]> {
  const rows = await db.all<{ language: string }>(sql`
    with recursive found(language) as (
      select min(language) from search_stems
      union all
      select (select min(language) from search_stems where language > found.language) from found where found.language is not null
    ) select language from found where language is not null`)
  return rows.map(({ language }) => language)
}
