import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { deskQuery } from '@/app/_desk/desk-query'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { AuditList } from '@/components/desk/links/audit-list'
import { BatchList } from '@/components/desk/links/batch-list'
import { ClickList } from '@/components/desk/links/click-list'
import { DeadList } from '@/components/desk/links/dead-list'
import { LinkTabs } from '@/components/desk/links/link-tabs'
import styles from '@/components/desk/links/links.module.css'
import { ProposalList } from '@/components/desk/links/proposal-list'
import { ListRefusal } from '@/components/desk/list/list-refusal'
import { PageLinks } from '@/components/desk/list/page-links'
import { BATCHES_PER_PAGE, PROPOSALS_PER_PAGE } from '@/db/back-links/listed-links'
import { backLinkRule } from '@/db/linking/back-link-rule'
import { proposalCount } from '@/db/linking/link-proposals'
import { LINKED_STORIES_PER_PAGE, linkTotals } from '@/db/linking/linked-stories'
import { checksOutsideLinks, DEAD_ADDRESSES_PER_PAGE, deadCount } from '@/db/linking/outside-addresses'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'
import {
  isAudit,
  type LinkAudit,
  type LinksQuery,
  linksAddress,
  MAX_LINKS,
  parseLinksQuery,
} from '@/lib/desk/links/links-query'

export const metadata: Metadata = { title: 'Links' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The link desk. */
export default async function LinksPage({ searchParams }: Props) {
  const query = parseLinksQuery(await searchParams)
  const editor = await requireEditor(linksAddress(query))
  if (!can(editor, 'tend links')) forbidden()
  const db = await store()
  return (
    <DeskFrame editor={editor} current="links">
      <h1>Links</h1>
      <LinkTabs
        current={query.view}
        counts={{ proposals: await proposalCount(db), outside: await deadCount(db), ...(await linkTotals(db)) }}
      />
      {await part(query)}
    </DeskFrame>
  )
}

interface Part {
  page: number
}

function part({ view, page, days }: LinksQuery) {
  if (view === 'clicks') return Followed({ days })
  if (view === 'outside') return Outside({ page })
  if (isAudit(view)) return Audit({ view, page })
  return view === 'proposals' ? Proposals({ page }) : Placed({ page })
}

async function Outside({ page }: Part) {
  const db = await store()
  const { timeZone } = (await siteSettings(db)).value
  const [now, total, isChecked] = [deskNow(), await deadCount(db), await checksOutsideLinks(db)]
  const addresses = await deskQuery('deadAddresses', { page, now })
  if ('refused' in addresses)
    return <ListRefusal reason={addresses.refused} again={linksAddress({ view: 'outside', page })} />
  return (
    <>
      <p className={styles.about}>
        {isChecked
          ? 'Addresses of other sites that stories link to, and that have not answered on three days in a row. A few are asked every hour.'
          : 'Addresses of other sites are not asked whether they still answer; an admin can switch it on in the settings.'}
      </p>
      {addresses.length ? (
        <DeadList addresses={addresses} now={now} timeZone={timeZone} />
      ) : (
        <p className={styles.none}>{total ? 'The list does not go on this far.' : 'No address is known to be gone.'}</p>
      )}
      <PageLinks
        name="Pages of addresses"
        page={page}
        pages={Math.ceil(total / DEAD_ADDRESSES_PER_PAGE)}
        address={(page) => linksAddress({ view: 'outside', page })}
      />
    </>
  )
}

async function Followed({ days }: { days: number }) {
  const clicks = await deskQuery('clicks', { days, now: deskNow() })
  if ('refused' in clicks) return <ListRefusal reason={clicks.refused} again={linksAddress({ view: 'clicks', days })} />
  return (
    <>
      <p className={styles.about}>
        Which links between paragraphs readers follow. A reader counts once an hour for each link; programs are left
        out, and nothing about readers is kept. Those without scripts are not counted.
      </p>
      <ClickList days={days} clicks={clicks} />
    </>
  )
}

const ABOUT: Record<LinkAudit, string> = {
  orphans: 'Stories to which no other story links: readers find them in lists and by search alone.',
  'dead-ends': 'Stories that link to no other one. Their writing room proposes some beside the text.',
  unseen:
    'Stories that link to drafts, to what is scheduled, or to what was withdrawn. Readers get the words without the link.',
  crowded: `Stories with more than ${MAX_LINKS} links to others: with so many, readers follow none.`,
}

async function Audit({ view, page }: Part & { view: LinkAudit }) {
  const db = await store()
  const { timeZone } = (await siteSettings(db)).value
  const totals = await linkTotals(db)
  const stories = await deskQuery('linkedStories', { view, page })
  if ('refused' in stories) return <ListRefusal reason={stories.refused} again={linksAddress({ view, page })} />
  return (
    <>
      <p className={styles.about}>{ABOUT[view]}</p>
      {stories.length ? (
        <AuditList view={view} stories={stories} now={deskNow()} timeZone={timeZone} />
      ) : (
        <p className={styles.none}>{totals[view] ? 'The list does not go on this far.' : 'No story is like that.'}</p>
      )}
      <PageLinks
        name="Pages of stories"
        page={page}
        pages={Math.ceil(totals[view] / LINKED_STORIES_PER_PAGE)}
        address={(page) => linksAddress({ view, page })}
      />
    </>
  )
}

async function Proposals({ page }: Part) {
  const db = await store()
  const { timeZone } = (await siteSettings(db)).value
  const { backLinks } = await backLinkRule(db)
  const found = await deskQuery('linkProposals', { page })
  if ('refused' in found)
    return <ListRefusal reason={found.refused} again={linksAddress({ view: 'proposals', page })} />
  return (
    <>
      <p className={styles.about}>
        {backLinks === 'off'
          ? 'Older stories are not looked for when a story comes out; the settings say so.'
          : 'When a story comes out, older stories that should link to it stand here. Readers see no new date on a story that gets a link.'}
      </p>
      {found.stories.length ? (
        <ProposalList stories={found.stories} now={deskNow()} timeZone={timeZone} />
      ) : (
        <p className={styles.none}>{found.total ? 'The list does not go on this far.' : 'No proposal waits.'}</p>
      )}
      <PageLinks
        name="Pages of proposals"
        page={page}
        pages={Math.ceil(found.total / PROPOSALS_PER_PAGE)}
        address={(page) => linksAddress({ view: 'proposals', page })}
      />
    </>
  )
}

async function Placed({ page }: Part) {
  const db = await store()
  const { timeZone } = (await siteSettings(db)).value
  const found = await deskQuery('linkBatches', { page })
  if ('refused' in found) return <ListRefusal reason={found.refused} again={linksAddress({ view: 'placed', page })} />
  return (
    <>
      <p className={styles.about}>
        Links that were placed in older stories in the last ninety days. Taken back, a story that nobody has changed
        since is as it was, to the letter; one that was changed loses the links alone.
      </p>
      {found.batches.length ? (
        <BatchList batches={found.batches} now={deskNow()} timeZone={timeZone} />
      ) : (
        <p className={styles.none}>{found.total ? 'The list does not go on this far.' : 'No link was placed yet.'}</p>
      )}
      <PageLinks
        name="Pages of placed links"
        page={page}
        pages={Math.ceil(found.total / BATCHES_PER_PAGE)}
        address={(page) => linksAddress({ view: 'placed', page })}
      />
    </>
  )
}
