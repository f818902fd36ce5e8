'use client'

import { useEffect, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { deskRequest } from '@/components/desk/desk-request'
import styles from './notifications-link.module.css'

/** How often the number is looked up while the page is seen. */
const LOOK_EVERY_MS = 60_000

/** Said by the page of notifications when something was read, so that the number follows at once. */
export const NOTIFICATIONS_READ = 'broadsheet-notifications-read'

/** The way to the notifications, with the number of those that were not read. */
export function NotificationsLink({ className, isHere }: { className: string | undefined; isHere: boolean }) {
  const [unread, setUnread] = useState(0)
  const answers = useAnswersInOrder()
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      const response = await answers.read(() => deskRequest('GET /api/desk/notifications'))
      if (response?.ok) setUnread(response.answer.unread)
    }
    const lookNow = () => void look()
    lookNow()
    const timer = setInterval(lookNow, LOOK_EVERY_MS)
    document.addEventListener('visibilitychange', lookNow)
    window.addEventListener(NOTIFICATIONS_READ, lookNow)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookNow)
      window.removeEventListener(NOTIFICATIONS_READ, lookNow)
    }
  }, [answers])
  return (
    <a className={className} href="/admin/notifications" aria-current={isHere ? 'page' : undefined}>
      Notifications
      {unread ? (
        <>
          {' '}
          <strong className={styles.unread}>
            {unread > 99 ? '99+' : unread}
            <span className="visually-hidden"> unread</span>
          </strong>
        </>
      ) : null}
    </a>
  )
}
