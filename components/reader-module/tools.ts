/**
 * The controls that need scripts, as markup. They are brought by the script that makes them work, because text browsers,
 * reader modes and other programs without scripts would print their words into the story.
 */
const TOOLS: Record<string, string> = {
  article: `<fieldset><legend class="visually-hidden">Text size</legend>${[
    ['small', 'Small text'],
    ['normal', 'Normal text'],
    ['large', 'Large text'],
    ['x-large', 'Largest text'],
  ]
    .map(([value, name]) => choice('text-size', value, 'A', ` aria-label="${name}"`))
    .join('')}</fieldset><button type="button" data-copy-link>Copy link</button>${
    'share' in navigator ? '<button type="button" data-share>Share</button>' : ''
  }<span role="status"></span>`,
  theme: `<fieldset><legend>Colours</legend>${[
    ['system', 'As my device'],
    ['light', 'Light'],
    ['dark', 'Dark'],
  ]
    .map(([value, name]) => choice('theme', value, name))
    .join('')}</fieldset>`,
}

/** Fills the rooms that the page keeps for its controls. */
export function tools(): void {
  for (const room of document.querySelectorAll<HTMLElement>('[data-reader-tools]')) {
    room.innerHTML = TOOLS[room.dataset.readerTools ?? ''] ?? ''
  }
}

function choice(name: string, value = '', words = '', label = ''): string {
  return `<button type="button" value="${value}" data-${name}-choice aria-pressed="false"${label}>${words}</button>`
}
