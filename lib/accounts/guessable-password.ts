import lists from 'zxcvbn/lib/frequency_lists.js'
import { passwordProblem } from '@/lib/accounts/password'

/*
 * Whether a password would be guessed soon by whoever has a list of common and breached ones. The lists are those of
 * zxcvbn (MIT): the most frequent of ten million breached passwords, and English words and names. The estimate is our
 * own, because zxcvbn's takes a tenth of a second for a long password and would hold up every other request; this one
 * takes time in proportion to the length.
 */

/** Passwords that take fewer guesses, as a power of ten, are refused. An attacker who is slowed down by the site's rate limits never gets that far, and one with the store does within hours. */
const LEAST_GUESSES_LOG10 = 8

/** Longer words are in no list. */
const MAX_WORD_LENGTH = 24
const MIN_WORD_LENGTH = 3

/** Rows and columns of keyboards, and what is counted or spelled out. */
const ROWS = [
  ...['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'qwertzuiop', 'azertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ...['yxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', '!@#$%^&*()', 'йцукенгшщзхъ', 'абвгдеёжзийклмнопрстуфхцчшщ'],
]

const LOOKS_LIKE: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '+': 't',
  '(': 'c',
  '€': 'e',
  '£': 'l',
}

let ranks: Map<string, number> | null = null

/**
 * Why `password` is too easy to guess, in words; null when it is not. `about` is what somebody who guesses knows of the
 * account: the name of the paper, the name and the e-mail address of the person.
 */
export function guessableProblem(password: string, about: readonly string[]): string | null {
  if (guessesLog10(password, about) >= LEAST_GUESSES_LOG10) return null
  return 'This password would be guessed soon: it is common, or made of common words, names of this paper or rows of keys. Choose a longer one, such as four words that nobody else puts together.'
}

/** Why a password that somebody chooses is not allowed, in words; null when it is: its length, and whether it is easy to guess. */
export function chosenPasswordProblem(password: string, about: readonly string[]): string | null {
  return passwordProblem(password) ?? guessableProblem(password, about)
}

/** How many guesses the cheapest way to spell the password in pieces takes, as a power of ten. */
export function guessesLog10(password: string, about: readonly string[]): number {
  const signs = [...password.normalize('NFKC').toLowerCase()]
  // Written again and again, a password is hardly better than once.
  const [, unit] = /^(.+?)\1+$/u.exec(signs.join('')) ?? []
  if (unit !== undefined) return guessesLog10(unit, about) + Math.log10(signs.length / [...unit].length)
  const known = knownWords(about)
  /** The cheapest way to spell the first signs: its cost, how many pieces it has, and its last piece. */
  const best: { cost: number; pieces: number; last: string }[] = [{ cost: 0, pieces: 0, last: '' }]
  for (let end = 1; end <= signs.length; end++) {
    let cheapest = { cost: Number.POSITIVE_INFINITY, pieces: 0, last: '' }
    for (let start = Math.max(0, end - MAX_WORD_LENGTH); start < end; start++) {
      const before = best[start]
      if (!before) continue
      const piece = signs.slice(start, end).join('')
      const cost = before.cost + (piece === before.last ? 0.3 : pieceCost(piece, known))
      if (cost < cheapest.cost)
        cheapest = { cost, pieces: before.pieces + (piece === before.last ? 0 : 1), last: piece }
    }
    best.push(cheapest)
  }
  const whole = best.at(-1) ?? { cost: 0, pieces: 0 }
  return whole.cost + factorialLog10(Math.min(whole.pieces, 6))
}

function pieceCost(piece: string, known: ReadonlySet<string>): number {
  const length = [...piece].length
  if (length < MIN_WORD_LENGTH) return length
  if (isRun(piece)) return 1 + Math.log10(length)
  if (/^(?:19|20)\d\d$/.test(piece)) return 2
  const plain = wordCost(piece, known)
  const lettered = [...piece].map((sign) => LOOKS_LIKE[sign] ?? sign).join('')
  const disguised =
    lettered === piece
      ? length
      : Math.min(wordCost(lettered, known), wordCost(lettered.replaceAll('i', 'l'), known)) + 0.5
  return Math.min(length, plain, disguised)
}

function wordCost(word: string, known: ReadonlySet<string>): number {
  if (known.has(word)) return 0.5
  const rank = commonWords().get(word)
  return rank === undefined ? Number.POSITIVE_INFINITY : Math.log10(rank) + 0.3
}

/** Whether the signs are one sign again and again, or neighbours in a row, forwards or backwards. */
function isRun(piece: string): boolean {
  const signs = [...piece]
  if (signs.every((sign) => sign === signs[0])) return true
  const backwards = signs.toReversed().join('')
  return ROWS.some((row) => row.includes(piece) || row.includes(backwards))
}

/** The words of what is known, and each of them written together. */
function knownWords(about: readonly string[]): ReadonlySet<string> {
  const lower = about.map((text) => text.normalize('NFKC').toLowerCase())
  const words = lower.flatMap((text) => [text, text.replace(/[^\p{L}\p{N}]+/gu, ''), ...text.split(/[^\p{L}\p{N}]+/u)])
  return new Set(words.filter((word) => [...word].length >= MIN_WORD_LENGTH))
}

function commonWords(): Map<string, number> {
  if (ranks) return ranks
  ranks = new Map()
  for (const list of [lists.passwords, lists.english_wikipedia, lists.surnames, lists.female_names, lists.male_names]) {
    for (const [index, word] of list.entries())
      ranks.set(word, Math.min(ranks.get(word) ?? Number.POSITIVE_INFINITY, index + 1))
  }
  return ranks
}

function factorialLog10(count: number): number {
  let sum = 0
  for (let factor = 2; factor <= count; factor++) sum += Math.log10(factor)
  return sum
}
