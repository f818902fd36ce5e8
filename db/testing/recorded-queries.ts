import type { Store } from '@/db/store/open'

/** What was asked of a store, and how SQLite goes about it. */
export interface RecordedQuery {
  text: string
  /** The lines of EXPLAIN QUERY PLAN. */
  plan: string[]
}

/** The statements that `work` runs on `db`, in their order, one for each time that it runs. */
export async function recordedQueries(db: Store, work: () => Promise<unknown>): Promise<RecordedQuery[]> {
  const { $client: client } = db
  const prepare = client.prepare
  const texts: string[] = []
  Object.defineProperty(client, 'prepare', {
    configurable: true,
    writable: true,
    value: (text: string) => {
      texts.push(text)
      return prepare.call(client, text)
    },
  })
  try {
    await work()
  } finally {
    Object.defineProperty(client, 'prepare', { value: prepare, configurable: true, writable: true })
  }
  return texts.map((text) => ({ text, plan: planOf(db, text) }))
}

function planOf({ $client: client }: Store, text: string): string[] {
  const places = text.replaceAll(/'[^']*'|"[^"]*"/g, '').split('?').length - 1
  const steps = client.prepare<unknown[], { detail: string }>(`explain query plan ${text}`).raw(false)
  return steps.all(...Array(places).fill(null)).map(({ detail }) => detail)
}

/** Tables that grow with the archive or with time. */
const LARGE = new Set([
  ...['articles', 'article_topics', 'bylines', 'links', 'revisions', 'corrections', 'media', 'picture_uses'],
  ...[
    'redirects',
    'staleness',
    'outbox',
    'deliveries',
    'audit_log',
    'notes',
    'notifications',
    'editions',
    'edition_stories',
  ],
  ...[
    'working_copies',
    'preview_links',
    'page_versions',
    'picture_events',
    'story_plans',
    'topics',
    'authors',
    'merged_names',
    'listed_stories',
    'article_reads',
    'link_clicks',
    'link_proposals',
    'link_batch_stories',
    'linked_stories',
    'outside_links',
    'outside_addresses',
    'event_marks',
    'event_pairs',
    'timeline_stories',
    'search_documents',
    'related_stories',
  ],
])

/** What of a plan costs more with every story: a look at all rows of a large table, or sorting what is not few by itself. */
export function costsOf({ text, plan }: RecordedQuery): string[] {
  const tableOf = (name: string) => new RegExp(`"(\\w+)" "?${name}"?[ )]`).exec(text)?.[1] ?? name
  const [, first = ''] = /\sfrom "?(\w+)"?/.exec(text) ?? []
  const areFew = !LARGE.has(first) || /json_each\(\?\)|"(\w+_id|id)" = \?/.test(text)
  return plan.filter((step) => {
    const [, name] = /^SCAN (\S+)/.exec(step) ?? []
    return name ? LARGE.has(tableOf(name)) : /^USE TEMP B-TREE FOR (ORDER|GROUP|DISTINCT)/.test(step) && !areFew
  })
}

/** The queries of one page or act as a file of SQL shows them: each text once, with its plan below. */
export function asSqlFile(about: string, recorded: Record<string, RecordedQuery[]>): string {
  const shown = new Set<string>()
  const parts = Object.entries(recorded).map(([name, queries]) => {
    const fresh = queries.filter(({ text }) => !shown.has(text) && shown.add(text))
    const head = `-- ${name}: ${queries.length} queries${fresh.length < queries.length ? `, ${fresh.length} of them not above` : ''}`
    return [
      head,
      ...fresh.map(({ text, plan }) => [laidOut(text), ...plan.map((step) => `--   ${step}`)].join('\n')),
    ].join('\n\n')
  })
  return `-- ${about}\n-- Written by \`npm run queries\`; below each query how SQLite answers it (EXPLAIN QUERY PLAN).\n\n${parts.join('\n\n\n')}\n`
}

function laidOut(text: string): string {
  const clauses =
    /\s+(from|left join|inner join|where|group by|having|order by|limit|union all|values|set|on conflict|returning) /g
  return `${text.replace(/\s+/g, ' ').trim().replace(clauses, '\n  $1 ')};`
}
