import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import styles from '@/components/desk/people/people.module.css'
import { MakeToken } from '@/components/desk/tokens/make-token'
import { TokensTable } from '@/components/desk/tokens/tokens-table'
import { allTokens } from '@/db/accounts/api-tokens'
import { allUsers } from '@/db/accounts/users'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'
import { listedToken } from '@/lib/desk/tokens/listed-token'

export const metadata: Metadata = { title: 'API tokens' }

/** The tokens by which programs act as somebody of the newsroom. */
export default async function TokensPage() {
  const editor = await requireEditor('/admin/tokens')
  if (!can(editor, 'manage tokens')) forbidden()
  const db = await store()
  const { timeZone } = (await siteSettings(db)).value
  const people = (await allUsers(db)).filter(({ isDeactivated }) => !isDeactivated)
  const now = deskNow()
  const tokens = (await allTokens(db)).map((token) => listedToken(token, { now, timeZone }))
  return (
    <DeskFrame editor={editor} current="people">
      <div className={styles.head}>
        <h1>API tokens</h1>
        <MakeToken people={people.map(({ id, name }) => ({ id, name }))} />
      </div>
      <p className={styles.more}>
        Programs write and publish through the Admin API with a token. What there is:{' '}
        <a href="/api/openapi.json">its description</a> (OpenAPI 3.1).
      </p>
      <div className={styles.part}>
        <TokensTable tokens={tokens} />
      </div>
    </DeskFrame>
  )
}
