import { type AddedRedirect, addOneOfMany } from '@/db/addresses/hand-made-redirects'
import { logAction } from '@/db/audit/log'
import { inTransaction, type Writer } from '@/db/store/open'
import { type EnteredPath, parseRedirectFrom, parseRedirectTarget } from '@/lib/addresses/parse-entered-url'
import { type BadLine, type RedirectLine, redirectLines } from '@/lib/addresses/redirect-lines'

export interface RedirectImport {
  made: AddedRedirect[]
  /** In line order; a bad line changes nothing. */
  bad: BadLine[]
}

/** Few lines, so that nobody waits for long: one takes about a millisecond and a half in a large paper. */
const LINES_PER_TRANSACTION = 25

/**
 * Adds the redirects of a text, one per line (lib/addresses/redirect-lines.ts). A line whose target is the old address
 * of another line is added after that one, so that both end at the same page. A refused line is reported, and the
 * others are still added. `yieldToRequests` is awaited between groups of lines, so that others have their turn.
 */
export async function importRedirects(
  db: Writer,
  {
    text,
    siteUrl,
    now,
    yieldToRequests = async () => {},
  }: { text: string; siteUrl: string; now: Date; yieldToRequests?: () => Promise<void> },
): Promise<RedirectImport> {
  const { lines, bad } = redirectLines(text)
  const made: AddedRedirect[] = []
  const ordered = orderedLines(lines, siteUrl)
  bad.push(...ordered.bad)
  for (let start = 0; start < ordered.lines.length; start += LINES_PER_TRANSACTION) {
    const some = ordered.lines.slice(start, start + LINES_PER_TRANSACTION)
    await inTransaction(db, async (tx) => {
      const before = made.length
      for (const { line, from, to } of some) {
        const answer = await addOneOfMany(tx, { from, target: { toPath: to }, siteUrl, now })
        if ('from' in answer) made.push(answer)
        else bad.push(badLine({ line, from, to }, answer.problems.map(({ message }) => message).join(' ')))
      }
      const count = made.length - before
      if (count) await logAction(tx, { action: 'redirect list imported', detail: `${count} redirects`, now })
    })
    await yieldToRequests()
  }
  return { made, bad: bad.sort((one, other) => one.line - other.line) }
}

/** The lines, each after the line that it leads to. Lines in a circle and repeated old addresses are bad. */
function orderedLines(lines: RedirectLine[], siteUrl: string): { lines: RedirectLine[]; bad: BadLine[] } {
  const bad: BadLine[] = []
  const byFrom = new Map<string, RedirectLine>()
  for (const line of lines) {
    const from = pathOrNull(parseRedirectFrom(line.from))
    const earlier = from === null ? undefined : byFrom.get(from)
    if (earlier) bad.push(badLine(line, `Line ${earlier.line} leads this address elsewhere already.`))
    // A line that cannot be parsed is reported when it is added.
    else byFrom.set(from ?? `line ${line.line}`, line)
  }
  const ordered = new Set<RedirectLine>()
  const circling = new Set<RedirectLine>()
  for (const line of byFrom.values()) {
    const steps = new Set<RedirectLine>()
    let at: RedirectLine | undefined = line
    while (at && !steps.has(at) && !ordered.has(at) && !circling.has(at)) {
      steps.add(at)
      at = byFrom.get(pathOrNull(parseRedirectTarget(at.to, siteUrl)) ?? '')
    }
    const leadsInACircle = at !== undefined && (steps.has(at) || circling.has(at))
    for (const step of [...steps].reverse()) (leadsInACircle ? circling : ordered).add(step)
  }
  bad.push(...[...circling].map((line) => badLine(line, 'These lines lead in a circle, and to no page.')))
  return { lines: [...ordered], bad }
}

function pathOrNull(parsed: EnteredPath): string | null {
  return 'path' in parsed ? parsed.path : null
}

function badLine({ line, from, to }: RedirectLine, message: string): BadLine {
  return { line, text: `${from} ${to}`, message }
}
