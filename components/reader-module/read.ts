import { READ_AFTER_MS, READS_PATH } from '@/lib/audience/reads'

/**
 * Says once that the story of this page was read, when it has been in view for a while: not the reader's name, number or
 * choice, only the path. Browsers that a program steers stay silent.
 */
export function read(): void {
  if (navigator.webdriver || !document.querySelector('[data-reader-tools="article"]')) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const watch = () => {
    clearTimeout(timer)
    if (document.visibilityState === 'visible') timer = setTimeout(tell, READ_AFTER_MS)
  }
  const tell = () => {
    document.removeEventListener('visibilitychange', watch)
    navigator.sendBeacon(READS_PATH, location.pathname)
  }
  document.addEventListener('visibilitychange', watch)
  watch()
}
