import type { Organization, Person } from 'schema-dts'
import { nameKey } from '@/lib/text/name-key'

/** Words that mark a name as one of an organisation when they end it. */
const ORGANIZATION_WORDS =
  /(?:^|\s)(?:agency|agencies|board|bureau|correspondents|desk|editors?|media|network|news|newsroom|press|reporters?|service|staff|team|times|trust|wire)$/iu

/** Agencies whose names do not end in such a word. */
const AGENCIES = new Set(['afp', 'ansa', 'ap', 'apa', 'dpa', 'efe', 'lusa', 'pti', 'reuters', 'tass', 'upi', 'xinhua'])

/**
 * The author of a story or a picture who has no profile page. An organisation when the name is the paper's, that of a
 * known agency, or ends in a word such as "desk" or "agency"; otherwise a person.
 */
export function creatorJsonLd(name: string, papers: string[]): Person | Organization {
  return { '@type': isOrganization(name, papers) ? 'Organization' : 'Person', name }
}

function isOrganization(name: string, papers: string[]): boolean {
  const plain = nameKey(name)
  if (AGENCIES.has(plain) || ORGANIZATION_WORDS.test(plain)) return true
  return papers.some((paper) => paper !== '' && nameKey(paper) === plain)
}
