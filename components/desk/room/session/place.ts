import { elementIdIn } from '@/lib/merging/set-aside'

/** A place of the manuscript: a field, or an element of the body. */
export interface Place {
  field?: string | undefined
  elementId?: string | undefined
}

/** The place of a conflict. */
export function placeOf(place: string): Place {
  const elementId = elementIdIn(place)
  return elementId === null ? { field: place } : { elementId }
}

/** Focuses a field of the room; the text for `body`. Nothing happens where the room has no such field. */
export function focusField(field: string | undefined): void {
  if (field === 'body') document.querySelector<HTMLElement>('[role="textbox"][contenteditable]')?.focus()
  else focusable(document.getElementById(`room-${field}`))?.focus()
}

/** The first control in a part of the page, or the part itself. */
function focusable(part: HTMLElement | null): HTMLElement | null {
  return part?.matches('input, select, textarea, button')
    ? part
    : (part?.querySelector('input, select, textarea, button') ?? part)
}
