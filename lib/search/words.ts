import { foldedWord } from '@/lib/search/fold-word'

/** A word of a text. */
export interface Word {
  /** The form in which it is indexed (lib/search/fold-word.ts). */
  word: string
  /** Where it stands in the text: from the first code unit up to, not including, the last. */
  from: number
  to: number
  /** Other ways to write it, by which it is found too: "muller" and "mueller" for Müller, "email" for e-mail. */
  others: readonly string[]
}

/** What may stand within a word: what nobody sees, and apostrophes of every kind. */
const JOINER = "\\p{Default_Ignorable_Code_Point}\\p{Cf}'’ʼ‘ʻ´`＇׳״"
const LETTERS = '\\p{L}\\p{N}\\p{M}'

/** A Hebrew abbreviation may have a straight quotation mark before its last letter. */
const WORD = new RegExp(`[${LETTERS}](?:[${LETTERS}]|[${JOINER}]+(?=[${LETTERS}])|(?<=[א-ת])"(?=[א-ת]))*`, 'uy')

/** One letter, with its marks, of a script that is written without spaces. Kana of half width have voicing marks of their own. */
const UNSPACED =
  /(?=[\p{L}\p{N}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]\p{M}*[ﾞﾟ]?/gu
/** Scripts that put no spaces between words. */
export const HAS_UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u

const APOSTROPHE = /['’ʼ‘ʻ´`＇]/u

/** Before an apostrophe in French, Italian and Catalan: an article or pronoun that lost its vowel. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|all|dall|dell|nell|sull|coll|quell|quest|sant|gl)$/u

const NONE: readonly string[] = []

/** A longer word is cut here, in code units: nobody types it, and it would fill the index. */
const MAX_WORD_LENGTH = 64

/**
 * The words of `text` in their order, in the form in which they are indexed. Letters of scripts without spaces are words
 * of their own, each with its marks. What stands between words is left out.
 */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (code < 128 && !isAsciiWord(code)) {
      at += 1
      continue
    }
    // Most words are of ASCII, for which the expression of all scripts takes many times as long.
    const end = asciiWordEnd(text, at)
    if (end !== null) {
      words.push({
        word: text.slice(at, Math.min(end, at + MAX_WORD_LENGTH)).toLowerCase(),
        from: at,
        to: end,
        others: NONE,
      })
      at = end
      continue
    }
    WORD.lastIndex = at
    const written = WORD.exec(text)?.[0]
    if (written) addWord(words, written, at)
    at += written?.length ?? 1
  }
  joinCompounds(text, words)
  return words
}

/** Where the word of ASCII letters and digits that begins at `at` ends; null when it may go on with other characters. */
function asciiWordEnd(text: string, at: number): number | null {
  let end = at
  while (isAsciiWord(text.charCodeAt(end))) end += 1
  if (end === at) return null
  return end === text.length || (text.charCodeAt(end) < 128 && !/['`"]/.test(text.charAt(end))) ? end : null
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

function addWord(words: Word[], written: string, from: number): void {
  const apostrophe = written.search(APOSTROPHE)
  if (HAS_UNSPACED.test(written)) addLetters(words, written, from)
  else if (apostrophe > 0) addWithApostrophe(words, written, from, apostrophe)
  else addFolded(words, { written, from, to: from + written.length, others: [] })
}

function addFolded(
  words: Word[],
  { written, from, to, others }: { written: string; from: number; to: number; others: readonly string[] },
): void {
  const folded = foldedWord(written)
  if (!folded) return
  for (const word of folded.split(' ')) {
    words.push({ word: word.slice(0, MAX_WORD_LENGTH), from, to, others: [...others, ...umlautSpelled(written)] })
  }
}

/** A run of a script without spaces; other letters in it stay together. */
function addLetters(words: Word[], written: string, from: number): void {
  let end = 0
  const between = (to: number) => {
    const rest = written.slice(end, to)
    if (/[\p{L}\p{N}]/u.test(rest)) addFolded(words, { written: rest, from: from + end, to: from + to, others: [] })
  }
  for (const { 0: letter, index } of written.matchAll(UNSPACED)) {
    between(index)
    end = index + letter.length
    addFolded(words, { written: letter, from: from + index, to: from + end, others: [] })
  }
  between(written.length)
}

function addWithApostrophe(words: Word[], written: string, from: number, at: number): void {
  const before = written.slice(0, at)
  const after = written.slice(at + 1)
  const to = from + written.length
  const joined = foldedWord(written)
  // The English genitive: Trump's is found by Trump.
  if (/^s$/iu.test(after)) addFolded(words, { written: before, from, to, others: [joined] })
  else if (ELIDED.test(before.toLowerCase())) {
    const inner = after.search(APOSTROPHE)
    addFolded(words, { written: before, from, to: from + at, others: [joined] })
    if (inner > 0) addWithApostrophe(words, after, from + at + 1, inner)
    else addFolded(words, { written: after, from: from + at + 1, to, others: [] })
  } else {
    const parts = written.split(APOSTROPHE).map(foldedWord)
    addFolded(words, { written, from, to, others: parts.filter((part) => part && part !== joined) })
  }
}

/** The spelling with two letters where German and the Nordic languages have one with a sign: Mueller, Oesterreich, Aarhus. */
function umlautSpelled(written: string): string[] {
  if (!/[äöüøåÄÖÜØÅ]/u.test(written.normalize('NFC'))) return []
  const spelled = written
    .normalize('NFC')
    .replace(/[äÄ]/gu, 'ae')
    .replace(/[öÖøØ]/gu, 'oe')
    .replace(/[üÜ]/gu, 'ue')
    .replace(/[åÅ]/gu, 'aa')
  return [foldedWord(spelled)]
}

/** A short part before a hyphen is often written together with what follows: e-mail, co-operate, Al-Assad. */
function joinCompounds(text: string, words: Word[]): void {
  for (let place = 1; place < words.length; place += 1) {
    const [first, second] = [words[place - 1], words[place]]
    if (!first || !second || second.from - first.to !== 1 || first.word.length > 3) continue
    if (!/[-‐‑]/u.test(text.charAt(first.to)) || HAS_UNSPACED.test(second.word)) continue
    words[place - 1] = { ...first, others: [...first.others, first.word + second.word] }
  }
}
