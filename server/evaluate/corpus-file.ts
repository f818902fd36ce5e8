import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

/** A document of a corpus with known related documents. */
export interface CorpusDocument {
  id: string
  headline: string
  standfirst: string
  body: string
  /** In ms since 1970. */
  date: number
  section: string
  topics: string[]
  /** Places in the corpus of the documents that belong to it; never its own. */
  related: number[]
}

const words = z.string().nullish()
const id = z.union([z.string().min(1), z.number()]).transform(String)
const lineSchema = z.object({
  id,
  headline: words,
  standfirst: words,
  body: words,
  date: z.union([z.string(), z.number()]).nullish(),
  section: z.union([z.string(), z.number()]).nullish(),
  topics: z.array(z.union([z.string(), z.number()])).nullish(),
  related: z.array(id).nullish(),
})

const GZIP = [0x1f, 0x8b]
/** How many lines that cannot be used are told one by one. */
const MAX_TOLD = 10

/**
 * The documents of a file of JSON lines, gzip or not, in their order. A line that is no document is left out and told with
 * its number; so are a second document of one id and, together, ids of `related` that no document has. Throws when no
 * document is left.
 */
export function readCorpus(file: string, report: (line: string) => void): CorpusDocument[] {
  const bytes = readFileSync(file)
  const isZipped = bytes[0] === GZIP[0] && bytes[1] === GZIP[1]
  const parsed: z.infer<typeof lineSchema>[] = []
  const places = new Map<string, number>()
  let faults = 0
  const fault = (number: number, message: string) => {
    faults += 1
    if (faults <= MAX_TOLD) report(`${file}, line ${number}: ${message}; left out`)
  }
  for (const [at, line] of linesOf(isZipped ? gunzipSync(bytes) : bytes)) {
    const document = parsedLine(line)
    if (typeof document === 'string') fault(at, document)
    else if (places.has(document.id)) fault(at, `the id “${document.id}” was there already`)
    else if (!document.headline?.trim() && !document.body?.trim()) fault(at, 'it has neither headline nor body')
    else places.set(document.id, parsed.push(document) - 1)
  }
  if (faults > MAX_TOLD) report(`${faults - MAX_TOLD} more lines were left out`)
  if (!parsed.length) throw new Error(`${file} holds no document`)
  let unknown = 0
  let undated = 0
  const documents = parsed.map((document, place) => {
    const related = [...new Set(document.related ?? [])].flatMap((other) => {
      const found = places.get(other)
      if (found === undefined) unknown += 1
      return found === undefined || found === place ? [] : [found]
    })
    const date = document.date === null || document.date === undefined ? Number.NaN : new Date(document.date).getTime()
    if (Number.isNaN(date)) undated += 1
    return {
      id: document.id,
      standfirst: document.standfirst ?? '',
      body: document.body ?? '',
      related,
      headline: document.headline ?? '',
      section: String(document.section ?? ''),
      topics: [...new Set((document.topics ?? []).map(String))],
      date: Number.isNaN(date) ? 0 : date,
    }
  })
  if (unknown > 0) report(`${unknown} related ids belong to no document and are left out`)
  if (undated > 0) report(`${undated} documents have no date that can be read and stand at 1970`)
  return documents
}

function parsedLine(line: string): z.infer<typeof lineSchema> | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'it is not JSON'
  }
  const { data, error } = lineSchema.safeParse(value)
  if (data) return data
  const [issue] = error.issues
  return `${issue?.path.join('.') || 'the line'}: ${issue?.message}`
}

/** The lines that are not empty, each with its number. A file may be longer than a text can be. */
function* linesOf(bytes: Buffer): Generator<[number, string]> {
  let number = 0
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from)
    const to = end < 0 ? bytes.length : end
    number += 1
    const line = bytes
      .toString('utf8', from, to)
      .replace(/^\uFEFF/u, '')
      .trim()
    if (line) yield [number, line]
    from = to + 1
  }
}
