import type { Metadata } from 'next'
import { head } from '@/app/_pages/head'
import { redirectOrNotFound } from '@/app/_pages/redirect-or-not-found'
import { readArchive, readArchivedDay, readPageChrome, readPublication } from '@/app/reads'
import { JsonLd } from '@/components/json-ld'
import { ArchiveDayPage } from '@/components/lists/archive-day-page'
import { ArchivePage } from '@/components/lists/archive-page'
import { Page } from '@/components/page'
import { type ArchiveAddress, archivePath, parseArchivePath } from '@/lib/addresses/archive-address'
import { listGraph } from '@/lib/json-ld/list-graph'
import { archiveCrumbs, archiveDescription, archiveTitle } from '@/lib/paper/archive-words'
import { kindOfSpan } from '@/lib/time/calendar-spans'
import { spanInWords } from '@/lib/time/dates'

/** A page of the archive, by the segments of its address behind the first: all years, a year, a month, a page of a day. */
export async function archive(...segments: string[]) {
  const address = addressed(segments)
  const found = (address && (await find(address))) ?? (await redirectOrNotFound('archive', ...segments))
  const chrome = await readPageChrome()
  const { language } = chrome.settings
  const { span, page } = found
  const path = archivePath(span, page)
  const items = found.day
    ? found.day.stories
    : found.overview.parts.map((part) => ({
        headline: spanInWords(part.span, { language }),
        path: archivePath(part.span),
      }))
  const name = archiveTitle(span, chrome.settings)
  const collection = { path, name, description: archiveDescription(span, chrome.settings), items }
  return (
    <Page {...chrome}>
      {found.day ? (
        <ArchiveDayPage {...found.day} day={found.span} page={page} settings={chrome.settings} />
      ) : (
        <ArchivePage {...found.overview} span={span} settings={chrome.settings} />
      )}
      <JsonLd graph={listGraph(await readPublication(), collection, archiveCrumbs({ span, page }, chrome.settings))} />
    </Page>
  )
}

export async function archiveHead(...segments: string[]): Promise<Metadata> {
  const address = addressed(segments)
  if (!address || !(await find(address))) return {}
  const chrome = await readPageChrome()
  const { span, page } = address
  const title = archiveTitle(span, chrome.settings)
  return head(chrome, {
    title: page > 1 ? `${title}, page ${page}` : title,
    description: archiveDescription(span, chrome.settings),
    path: archivePath(span, page),
  })
}

/** What is at the address; null when there is nothing. */
async function find({ span, page }: ArchiveAddress) {
  if (span !== null && kindOfSpan(span) === 'day') {
    const day = await readArchivedDay(span, page)
    return day && { span, page, day, overview: null }
  }
  const overview = await readArchive(span)
  return overview && { span, page, day: null, overview }
}

/** null for an address that is not in its canonical spelling, or none of the archive. */
function addressed(segments: string[]): ArchiveAddress | null {
  const path = ['/archive', ...segments].join('/')
  const address = parseArchivePath(path)
  return address && archivePath(address.span, address.page) === path ? address : null
}
