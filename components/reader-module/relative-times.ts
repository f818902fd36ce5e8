import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/durations'

/** Shows times of the last 24 hours as "12 minutes ago" and keeps them current; the title has the full time. */
export function relativeTimes(): void {
  const times = [...document.querySelectorAll<HTMLTimeElement>('time[data-relative]')]
  // All widths are measured before any text changes, so that the page is laid out once.
  const rooms = times.map((time) => time.getBoundingClientRect())
  for (const [place, time] of times.entries()) {
    const words = relativeWords(time)
    const room = rooms[place]
    if (words === null || !room) continue
    time.title = time.textContent ?? ''
    time.style.minInlineSize = `min(${room.width}px, 100%)`
    time.style.minBlockSize = `${room.height}px`
    time.textContent = words
  }
  const retell = (words: (time: HTMLTimeElement) => string | null) => {
    for (const time of times) if (time.title) time.textContent = words(time) ?? time.title
  }
  setInterval(() => retell(relativeWords), MINUTE_MS)
  // "3 hours ago" means nothing on a sheet of paper.
  addEventListener('beforeprint', () => retell(() => null))
  addEventListener('afterprint', () => retell(relativeWords))
}

/** null when the time is not within the last 24 hours. */
function relativeWords(time: HTMLTimeElement): string | null {
  const age = Date.now() - Date.parse(time.dateTime)
  if (!(age >= 0 && age < DAY_MS)) return null
  const language = time.closest<HTMLElement>('[lang]')?.lang
  const format = new Intl.RelativeTimeFormat(language || undefined, { numeric: 'auto' })
  if (age < MINUTE_MS) return format.format(0, 'second')
  if (age < HOUR_MS) return format.format(-Math.floor(age / MINUTE_MS), 'minute')
  return format.format(-Math.floor(age / HOUR_MS), 'hour')
}
