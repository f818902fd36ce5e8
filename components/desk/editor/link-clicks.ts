/** A click on a link places the caret; with Ctrl or Command it opens the link in a new window. */
export const linkClicks = {
  click: (_: unknown, event: MouseEvent): boolean => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link) return false
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener')
    return false
  },
}
