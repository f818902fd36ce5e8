'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { Problems } from '@/components/desk/problems'
import table from '@/components/desk/table.module.css'
import type { Problem } from '@/lib/desk/refusal'

/** A token in words. */
export interface ListedToken {
  id: number
  name: string
  user: string
  scopes: string
  /** Who made it and when. */
  made: string
  /** When it was last used and from where, or that it never was. */
  used: string
  /** When it ends, or why it works no more. */
  ends: string
  isUsable: boolean
}

/** The tokens of the Admin API, the newest first. */
export function TokensTable({ tokens }: { tokens: ListedToken[] }) {
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const revoke = async (id: number) => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/tokens/[token]/revoke', { params: { token: id } })
    if (response.ok || response.status === 404) return reloadPage()
    setProblems(response.problems)
    setBusy(false)
  }
  if (!tokens.length) return <p>There is no token yet.</p>
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col">Acts as</th>
            <th scope="col">Last used</th>
            <th scope="col">Ends</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {tokens.map(({ id, name, user, scopes, made, used, ends, isUsable }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                <span className={table.detail}>{made}</span>
              </th>
              <td>
                {user}
                <span className={table.detail}>{scopes}</span>
              </td>
              <td>{used}</td>
              <td>{ends}</td>
              <td className={`${table.actions} ${table.corner}`}>
                {isUsable ? (
                  <Button look="quiet" busy={busy} aria-label={`Revoke ${name}`} onClick={() => revoke(id)}>
                    Revoke
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Problems problems={problems} />
    </>
  )
}
