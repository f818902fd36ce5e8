'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { Problems } from '@/components/desk/problems'
import table from '@/components/desk/table.module.css'
import { ROLE_NAMES, type Role } from '@/lib/accounts/permissions'
import type { Problem } from '@/lib/desk/refusal'
import styles from './people.module.css'

/** An open invitation. */
export interface Invitation {
  id: number
  name: string
  email: string
  role: Role
  invitedBy: string
  /** The day it ends, in words. */
  until: string
}

export function Invitations({ invitations }: { invitations: Invitation[] }) {
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const revoke = async ({ id }: Invitation) => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/people/invitations/[link]/revoke', { params: { link: id } })
    if (response.ok || response.status === 404) return reloadPage()
    setProblems(response.problems)
    setBusy(false)
  }
  if (!invitations.length) return null
  return (
    <section className={styles.part} aria-labelledby="invitations">
      <h2 id="invitations">Open invitations</h2>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Until</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => (
            <tr key={invitation.id}>
              <th scope="row">
                {invitation.name}
                <span className={table.detail}>{invitation.email}</span>
              </th>
              <td>{ROLE_NAMES[invitation.role]}</td>
              <td>
                {invitation.until}, invited by {invitation.invitedBy}
              </td>
              <td className={`${table.actions} ${table.corner}`}>
                <Button
                  look="quiet"
                  busy={busy}
                  aria-label={`Revoke the invitation of ${invitation.name}`}
                  onClick={() => revoke(invitation)}
                >
                  Revoke
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Problems problems={problems} />
    </section>
  )
}
