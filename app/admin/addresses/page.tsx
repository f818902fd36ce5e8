import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { deskQuery } from '@/app/_desk/desk-query'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { stillMissedAddresses } from '@/app/_desk/missed-addresses'
import { store } from '@/app/store'
import { Addresses } from '@/components/desk/addresses/addresses'
import { DeskFrame } from '@/components/desk/frame'
import { REDIRECTS_PER_PAGE } from '@/db/addresses/redirect-list'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'
import { addressesAddress, parseAddressesQuery } from '@/lib/desk/addresses/addresses-query'

export const metadata: Metadata = { title: 'Addresses' }

const MISSED_A_PAGE = 25

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Addresses that nobody has, and those that lead elsewhere. */
export default async function AddressesPage({ searchParams }: Props) {
  const query = parseAddressesQuery(await searchParams)
  const editor = await requireEditor(addressesAddress(query))
  if (!can(editor, 'manage redirects')) forbidden()
  const db = await store()
  const now = deskNow()
  const { value: settings } = await siteSettings(db)
  const missed = await stillMissedAddresses(db, now)
  const shown = missed.slice((query.missedPage - 1) * MISSED_A_PAGE, query.missedPage * MISSED_A_PAGE)
  const paths = shown.map(({ path }) => path)
  const suggestions = await deskQuery('suggestedTargets', { paths, editor, now })
  const found = await deskQuery('redirects', { ...query, now })
  return (
    <DeskFrame editor={editor} current="addresses">
      <Addresses
        query={query}
        missed={shown.map((address, index) => ({
          address,
          suggestion: ('refused' in suggestions ? null : suggestions[index]) ?? null,
        }))}
        missedTotal={missed.length}
        missedPages={Math.ceil(missed.length / MISSED_A_PAGE)}
        found={found}
        redirectsPerPage={REDIRECTS_PER_PAGE}
        now={now}
        timeZone={settings.timeZone}
      />
    </DeskFrame>
  )
}
