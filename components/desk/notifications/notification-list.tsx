'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Problems } from '@/components/desk/problems'
import { languageAttributes } from '@/components/language-attributes'
import { nearInstant } from '@/lib/desk/near-instant'
import { type Notification, notificationPath, notificationWords } from '@/lib/desk/notifications/notification'
import type { Problem } from '@/lib/desk/refusal'
import { visibleText } from '@/lib/text/visible-text'
import styles from './notification-list.module.css'
import { NOTIFICATIONS_READ } from './notifications-link'

interface Props {
  /** Newest first. */
  initial: Notification[]
  /** The instant of the page, in milliseconds. */
  now: number
  /** IANA zone of the paper. */
  timeZone: string
}

/** What the signed-in person was told. Opening a story marks what is about it as read. */
export function NotificationList({ initial, now, timeZone }: Props) {
  const [notifications, setNotifications] = useState(initial)
  const [problems, setProblems] = useState<Problem[]>([])
  const clock = { now: new Date(now), timeZone }
  const unread = notifications.filter(({ readAt }) => readAt === null)
  const read = async (ids: number[]) => {
    const response = await deskRequest('POST /api/desk/notifications/read', { input: { ids }, keepalive: true })
    setProblems(response.ok ? [] : response.problems)
    if (!response.ok) return
    setNotifications((shown) =>
      shown.map((one) => (ids.includes(one.id) ? { ...one, readAt: one.readAt ?? now } : one)),
    )
    window.dispatchEvent(new Event(NOTIFICATIONS_READ))
  }
  return (
    <>
      <header className={styles.head}>
        <h1>Notifications</h1>
        <p className={styles.count} role="status">
          {unread.length ? `${unread.length} unread` : 'Everything is read'}
        </p>
        {/* It stays when nothing is left to read, because it has the focus then. */}
        <Button busy={unread.length === 0} onClick={() => read(unread.map(({ id }) => id))}>
          Mark all as read
        </Button>
      </header>
      <Problems problems={problems} />
      {notifications.length === 0 ? (
        <p className={styles.none}>
          Nobody has called you yet. When somebody writes @ and your name in a comment, it stands here.
        </p>
      ) : null}
      <ul className={styles.list}>
        {notifications.map((one) => (
          <li key={one.id} className={styles.one} data-unread={one.readAt === null || undefined}>
            <p className={styles.what}>
              {notificationWords(one)}
              {one.readAt === null ? <span className="visually-hidden"> (unread)</span> : null}
              <span className={styles.when}> · {nearInstant(new Date(one.createdAt), clock)}</span>
            </p>
            <a
              className={styles.story}
              href={notificationPath(one)}
              onClick={() => void read(aboutSame(notifications, one))}
              {...languageAttributes(one.language)}
            >
              {visibleText(one.headline) || 'A story without a headline'}
            </a>
            {one.words ? <p className={styles.words}>{one.words}</p> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The unread notifications about the same story. */
function aboutSame(notifications: Notification[], { articleId }: Notification): number[] {
  return notifications.filter((one) => one.articleId === articleId && one.readAt === null).map(({ id }) => id)
}
