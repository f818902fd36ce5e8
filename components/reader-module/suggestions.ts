import { isCompositionKey } from '@/components/composition-key'

/** How long typing pauses before suggestions are asked for. */
const PAUSE_MS = 150

/** Offers what may be meant below each field of the search (WAI-ARIA, combobox with a list). Enter searches as before. */
export function suggestions(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('form[action="/search"] input[name=q]'))
    suggest(field)
}

function suggest(field: HTMLInputElement): void {
  const list = document.createElement('ul')
  list.id = `${field.id}-suggestions`
  list.role = 'listbox'
  list.ariaLabel = 'Suggestions'
  list.hidden = true
  field.parentElement?.append(list)
  set({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' })
  field.autocomplete = 'off'
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = ''
  let chosen = -1

  function set(attributes: Record<string, string>): void {
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value)
  }

  function show(isShown: boolean): void {
    list.hidden = !isShown
    set({ 'aria-expanded': String(isShown) })
    choose(-1)
  }

  function choose(place: number): void {
    const options = [...list.children]
    chosen = place
    for (const [at, option] of options.entries()) option.ariaSelected = String(at === place)
    set({ 'aria-activedescendant': options[place]?.id ?? '' })
    options[place]?.scrollIntoView({ block: 'nearest' })
  }

  async function ask(): Promise<void> {
    const typed = field.value.trim()
    asked = typed
    if (!typed) return show(false)
    try {
      const response = await fetch(`/search/suggest?q=${encodeURIComponent(typed)}`)
      const [, words, kinds, urls] = (await response.json()) as [string, string[], string[], string[]]
      // Somebody typed on, or left the field, meanwhile.
      if (asked !== typed || document.activeElement !== field) return
      list.replaceChildren(...words.map((word, at) => optionOf(list, { at, word, kind: kinds[at], url: urls[at] })))
      show(words.length > 0)
    } catch {
      show(false)
    }
  }

  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, PAUSE_MS)
  })
  field.addEventListener('blur', () => show(false))
  field.addEventListener('keydown', (event) => {
    const { length } = list.children
    if (isCompositionKey(event) || list.hidden) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) choose(((chosen + 1 + step + length + 1) % (length + 1)) - 1)
    else if (event.key === 'Enter' && chosen >= 0) list.children[chosen]?.querySelector('a')?.click()
    else if (event.key === 'Escape') show(false)
    else return
    event.preventDefault()
  })
  // The field keeps the focus until the link is followed.
  list.addEventListener('mousedown', (event) => event.preventDefault())
}

interface Option {
  at: number
  word: string
  kind: string | undefined
  url: string | undefined
}

function optionOf(list: Element, { at, word, kind = '', url = '' }: Option): Element {
  const option = document.createElement('li')
  option.id = `${list.id}-${at}`
  option.role = 'option'
  const link = document.createElement('a')
  // Only the path: the paper may be read under another name.
  link.href = new URL(url).pathname
  link.tabIndex = -1
  link.textContent = word
  option.append(link)
  if (kind !== 'Story') {
    const label = document.createElement('span')
    label.textContent = kind
    link.append(' ', label)
  }
  return option
}
