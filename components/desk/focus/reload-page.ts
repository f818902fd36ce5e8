const RELOADED = 'broadsheet-page-reloaded'

/**
 * Loads the page anew after something was done on it, so that it shows what is so now. The focus goes to what the page
 * is about: a page that begins has it nowhere, and the next key would do nothing.
 */
export function reloadPage(): void {
  sessionStorage.setItem(RELOADED, 'yes')
  location.reload()
}

/** Puts the focus into a page that `reloadPage` loaded anew; to be called once when a page begins. */
export function focusReloadedPage(): void {
  if (sessionStorage.getItem(RELOADED) === null) return
  sessionStorage.removeItem(RELOADED)
  document.getElementById('main')?.focus()
}
