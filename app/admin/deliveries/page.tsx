import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { AddReceiver } from '@/components/desk/deliveries/add-receiver'
import styles from '@/components/desk/deliveries/deliveries.module.css'
import { DeliveriesTable } from '@/components/desk/deliveries/deliveries-table'
import { ReceiversTable } from '@/components/desk/deliveries/receivers-table'
import { DeskFrame } from '@/components/desk/frame'
import { latestDeliveries, receiverCounts } from '@/db/deliveries/deliveries'
import { allReceivers } from '@/db/deliveries/receivers'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'
import { listedDelivery } from '@/lib/desk/deliveries/listed-delivery'
import { listedReceiver } from '@/lib/desk/deliveries/listed-receiver'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const metadata: Metadata = { title: 'Deliveries' }

const MAX_LISTED = 200
const NOTHING_YET = { waiting: 0, givenUp: 0, lastAnswerAt: null }

/** Who is told what happens to stories, what was sent to them and what they answered. */
export default async function DeliveriesPage() {
  const editor = await requireEditor('/admin/deliveries')
  if (!can(editor, 'see deliveries')) forbidden()
  const db = await store()
  const { timeZone } = (await siteSettings(db)).value
  const at = { now: deskNow(), timeZone }
  const hasMail = siteRuntime().mail !== null
  const counts = await receiverCounts(db)
  const receivers = (await allReceivers(db)).map((receiver) =>
    listedReceiver({ receiver, counts: counts.get(receiver.id) ?? NOTHING_YET, hasMail }, at),
  )
  const latest = await latestDeliveries(db, { limit: MAX_LISTED })
  const deliveries = latest.map(({ delivery, receiver }) => listedDelivery(delivery, { to: receiver.name, ...at }))
  const canChange = can(editor, 'change receivers')
  return (
    <DeskFrame editor={editor} current="deliveries">
      <div className={styles.head}>
        <h1>Deliveries</h1>
        {canChange ? <AddReceiver /> : null}
      </div>
      <ReceiversTable receivers={receivers} canChange={canChange} />
      <section className={styles.part} aria-labelledby="sent">
        <h2 id="sent">Sent and answered</h2>
        <DeliveriesTable deliveries={deliveries} canChange={canChange} {...at} />
      </section>
    </DeskFrame>
  )
}
