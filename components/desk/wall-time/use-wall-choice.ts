import { useState } from 'react'
import { chosenTime, type WallChoice } from '@/components/desk/wall-time/chosen-time'
import { DAY_MS } from '@/lib/time/durations'
import { wallTime } from '@/lib/time/wall-clock'

interface Terms {
  now: Date
  /** IANA zone of the site. */
  timeZone: string
  /** In milliseconds; the first choice is a day after it when that is later. */
  earliest?: number
}

/** A chosen time that starts with the one that is set (in milliseconds), otherwise a day from now. */
export function useWallChoice(current: number | null, { now, timeZone, earliest = 0 }: Terms) {
  const [choice, setChoice] = useState<WallChoice>(() => {
    const at = current !== null && current > now.getTime() ? current : Math.max(now.getTime(), earliest) + DAY_MS
    return { ...wallTime(new Date(at), timeZone), turn: null }
  })
  return { choice, onChoice: setChoice, chosen: chosenTime(choice, { now, timeZone }), now, timeZone }
}
