import { CLICKED_BLOCKS } from '@/lib/audience/clicks'
import { READS_PATH } from '@/lib/audience/reads'

/**
 * Says which link of the blocks between the paragraphs was followed: the path of the page, the block and the place of the
 * link, and nothing about the reader. Browsers that a program steers stay silent.
 */
export function clicks(): void {
  if (navigator.webdriver) return
  const tell = ({ target, button }: MouseEvent) => {
    const link = target instanceof Element && button < 2 ? target.closest('a') : null
    const block = link?.closest<HTMLElement>(BLOCKS)
    if (!link || !block) return
    const place = [...document.querySelectorAll(BLOCKS)].indexOf(block) + 1
    const item = [...block.querySelectorAll('a')].indexOf(link) + 1
    navigator.sendBeacon(READS_PATH, `${location.pathname} ${block.dataset.element} ${place} ${item}`)
  }
  document.addEventListener('click', tell)
  document.addEventListener('auxclick', tell)
}

const BLOCKS = CLICKED_BLOCKS.map((block) => `[data-element=${block}]`).join()
