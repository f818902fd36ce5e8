import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const file = (name: string) => readFileSync(new URL(name, import.meta.url))

/** The Big List of Naughty Strings: texts that broke programs, the empty one among them (SOURCE.md). */
export const NAUGHTY_STRINGS: readonly string[] = JSON.parse(file('blns.json').toString())

const payloads = gunzipSync(file('xss-payload-list.txt.gz')).toString().split('\n')

/** The list is repetitive, so every fifth payload is used; ALL_PAYLOADS=1 uses all. */
const EVERY = process.env.ALL_PAYLOADS ? 1 : 5

/** Texts written to run as a script where markup is not escaped, one payload each (SOURCE.md). */
export const XSS_PAYLOADS: readonly string[] = payloads.filter((_, index) => index % EVERY === 0)

/** Both lists. */
export const HOSTILE_STRINGS: readonly string[] = [...XSS_PAYLOADS, ...NAUGHTY_STRINGS]
