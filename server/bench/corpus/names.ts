import type { SeededRandom } from '@/server/chaos/seeded-random'

const FIRST = (
  'Mirela Jonas Aiko Pedro Leïla Oskar Priya Tomás Ingrid Samuel Noor Viktor Chiara Daniel Yara Henrik Amara Louis Svetlana ' +
  'Rafael Hanna Idris Zoë Marek Fatima Anton Élise Kwame Greta Imran Sofía Bjørn Mei Caleb Dunya Iain Renata Farid Astrid ' +
  'Martín Ngozi Pavel Selma Tariq Una Wen Xavier Ylva Zainab Ruth'
).split(' ')

/** Beginnings, vowels and ends of which the syllables of surnames are made: two syllables differ in two letters at least. */
const BEGINS = ['b', 'br', 'd', 'f', 'g', 'h', 'k', 'kl', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v']
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'au', 'ei', 'ou']
const ENDS = ['l', 'n', 'r', 's', 'm', 'k', 't', 'd', 'nd', 'rn', 'lt', 'sk', 'v', 'th', 'sh', 'g']
const SYLLABLES = BEGINS.flatMap((begin, row) =>
  VOWELS.map((vowel, column) => begin + vowel + (ENDS[(row * 3 + column) % 16] ?? 'n')),
)
/** Surnames of three syllables. */
const SURNAMES = SYLLABLES.length ** 3
/** Odd, so that it visits every surname once (their number is a power of two). */
const STRIDE = 1_295_021

/** A surname that no other number up to two million has. */
export function surname(number: number): string {
  let place = Number((BigInt(number) * BigInt(STRIDE)) % BigInt(SURNAMES))
  let name = ''
  for (let syllable = 0; syllable < 3; syllable++) {
    name += SYLLABLES[place % SYLLABLES.length] ?? ''
    place = Math.floor(place / SYLLABLES.length)
  }
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

/** The numbers of surnames that belong to people who are named again and again. */
const KNOWN_FROM = 1_500_000
const KNOWN_PEOPLE = 4000

/** Somebody who is in the news often; some more than others. */
export function knownPerson(random: SeededRandom): string {
  return personOf(KNOWN_FROM + Math.floor(KNOWN_PEOPLE * random.next() ** 2.5))
}

/** Somebody with a surname of their own; the same number is the same person. */
export function personOf(number: number): string {
  return `${FIRST[(number * 31) % FIRST.length] ?? 'Ruth'} ${surname(number)}`
}
