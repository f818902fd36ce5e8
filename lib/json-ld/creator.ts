import type { Organization, Person } from 'schema-dts'

/** Words that end the name of a part of a newsroom or of an agency, in any spelling. */
const BODIES =
  /(?:^|\s)(?:agency|agencies|board|bureau|correspondents|desk|editors?|media|network|news|newsroom|press|reporters?|service|staff|team|times|trust|wire)$/iu

/** Agencies whose names do not say so. */
const AGENCIES = new Set(['afp', 'ansa', 'ap', 'apa', 'dpa', 'efe', 'lusa', 'pti', 'reuters', 'tass', 'upi', 'xinhua'])

/**
 * Somebody without a page of their own who wrote a story or made a picture. An organisation when the name is the
 * paper's, a known agency's, or ends in a word such as "desk" or "agency"; otherwise a person.
 */
export function creatorJsonLd(name: string, papers: string[]): Person | Organization {
  return { '@type': isOrganization(name, papers) ? 'Organization' : 'Person', name }
}

function isOrganization(name: string, papers: string[]): boolean {
  const plain = name.trim().toLowerCase()
  if (AGENCIES.has(plain) || BODIES.test(plain)) return true
  return papers.some((paper) => paper !== '' && paper.toLowerCase() === plain)
}
