import { importRedirects } from '@/db/addresses/redirect-import'
import type { Writer } from '@/db/store/open'
import { inputText } from '@/server/commands/command-problem'

const USAGE = `npm run broadsheet -- redirects import FILE    a list of old and new addresses ("-" reads standard input)
One redirect a line: from,to – as CSV with or without a line of names, or apart by spaces.`

/** `redirects …`: adds redirects from the command line; returns the exit status. */
export async function redirects({
  db,
  settings,
  args,
}: {
  db: Writer
  settings: { siteUrl: string }
  args: string[]
}): Promise<number> {
  const [verb, file, ...rest] = args
  if (verb !== 'import' || !file || rest.length) {
    console.error(USAGE)
    return 2
  }
  return read(db, { text: inputText(file), siteUrl: settings.siteUrl, now: new Date() })
}

/** Adds the redirects in `text`, and prints each line that is refused, and why. Returns 1 when there was one, else 0. */
export async function read(
  db: Writer,
  { text, siteUrl, now }: { text: string; siteUrl: string; now: Date },
): Promise<number> {
  const { made, bad } = await importRedirects(db, { text, siteUrl, now })
  for (const { line, text: source, message } of bad) console.error(`Line ${line}: ${message} (${source})`)
  const resolved = made.filter(({ leadsTo }) => leadsTo !== null).length
  console.log(`${made.length === 1 ? '1 redirect stands' : `${made.length} redirects stand`}.`)
  if (resolved < made.length) console.log(`${made.length - resolved} of them wait for a story that is not public yet.`)
  if (bad.length) console.error(`${bad.length === 1 ? '1 line was' : `${bad.length} lines were`} not taken.`)
  return bad.length ? 1 : 0
}
