import { useState } from 'react'
import { chosenTime, type WallChoice } from '@/components/desk/room/actions/chosen-time'
import { useSession } from '@/components/desk/room/session/session-context'
import { wallTime } from '@/lib/time/wall-clock'

const DAY_MS = 86_400_000

/** A chosen time that starts with the one that is set, otherwise a day from now and after `earliest` (both in milliseconds). */
export function useWallChoice(current: number | null, earliest = 0) {
  const session = useSession()
  const { timeZone } = session.choices
  const now = session.now()
  const [choice, setChoice] = useState<WallChoice>(() => {
    const at = current !== null && current > now.getTime() ? current : Math.max(now.getTime(), earliest) + DAY_MS
    return { ...wallTime(new Date(at), timeZone), turn: null }
  })
  return { choice, setChoice, chosen: chosenTime(choice, { now, timeZone }) }
}
