import { readFileSync } from 'node:fs'
import { importRedirects } from '@/db/addresses/redirect-import'
import type { Writer } from '@/db/store/open'

const USAGE = `npm run broadsheet -- redirects import FILE    a list of old and new addresses ("-" reads standard input)
One redirect a line: from,to – as CSV with or without a line of names, or apart by spaces.`

/** `redirects …`: leads old addresses to new ones from the command line; answers with the status of the process. */
export async function redirects({
  db,
  settings,
  words,
}: {
  db: Writer
  settings: { siteUrl: string }
  words: string[]
}): Promise<number> {
  const [verb, file, ...rest] = words
  if (verb !== 'import' || !file || rest.length) {
    console.error(USAGE)
    return 2
  }
  return read(db, { text: readFileSync(file === '-' ? 0 : file, 'utf8'), siteUrl: settings.siteUrl, now: new Date() })
}

/** Makes every redirect of `text` that can be made, and prints each line that cannot, and why; 1 when there was one. */
export async function read(
  db: Writer,
  { text, siteUrl, now }: { text: string; siteUrl: string; now: Date },
): Promise<number> {
  const { made, bad } = await importRedirects(db, { text, siteUrl, now })
  for (const { line, text: words, message } of bad) console.error(`Line ${line}: ${message} (${words})`)
  const leading = made.filter(({ leadsTo }) => leadsTo !== null).length
  console.log(`${made.length === 1 ? '1 redirect stands' : `${made.length} redirects stand`}.`)
  if (leading < made.length) console.log(`${made.length - leading} of them wait for a story that is not public yet.`)
  if (bad.length) console.error(`${bad.length === 1 ? '1 line was' : `${bad.length} lines were`} not taken.`)
  return bad.length ? 1 : 0
}
