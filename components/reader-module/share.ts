/** Makes the copy button work, and the share button where the device can share. */
export function share(): void {
  const status = document.querySelector<HTMLElement>('[data-reader-tools] [role="status"]')
  const shareButton = document.querySelector<HTMLButtonElement>('[data-share]')
  const copyButton = document.querySelector<HTMLButtonElement>('[data-copy-link]')
  const say = (words: string) => {
    // The message stays: if it vanished, the content below would move.
    if (status) status.textContent = words
  }

  shareButton?.addEventListener('click', () => {
    const title = document.querySelector('h1')?.textContent ?? document.title
    // Closing the share sheet without sharing is not an error.
    navigator.share({ title, url: address() }).catch(() => {})
  })
  copyButton?.addEventListener('click', () => {
    const copied = navigator.clipboard?.writeText(address()) ?? Promise.reject(new Error('no clipboard'))
    copied.then(
      () => say('Link copied'),
      () => say('Copying was refused'),
    )
  })
}

/** The canonical address, so that tracking parameters are not shared. */
function address(): string {
  return document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href
}
