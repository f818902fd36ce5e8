'use client'

import { createContext, type RefObject, useContext, useEffect, useLayoutEffect, useSyncExternalStore } from 'react'
import { isCompositionKey } from '@/components/composition-key'

/** A field of the page around the text, in which words are found as well. */
export interface FindableField {
  id: string
  /** As the find bar says where it is: "headline". */
  name: string
  value: string
  /** null where nothing may be written. */
  write: ((words: string) => void) | null
  element: RefObject<HTMLInputElement | HTMLTextAreaElement | null>
}

/** The fields around a text in which its find bar looks, too. */
export class FindableFields {
  #fields: readonly FindableField[] = []
  #listeners = new Set<() => void>()
  #open: ((words: string) => void) | null = null

  /** The fields in the order of the page; another list after each change of what they hold. */
  readonly list = (): readonly FindableField[] => this.#fields

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  keep(field: FindableField): void {
    this.#set([...this.#fields.filter(({ id }) => id !== field.id), field].sort(byPage))
  }

  drop(id: string): void {
    this.#set(this.#fields.filter((field) => field.id !== id))
  }

  /** What the text does when somebody looks for something from a field. */
  whenAsked(open: (words: string) => void): () => void {
    this.#open = open
    return () => {
      this.#open = null
    }
  }

  /** Opens the find bar of the text; false when there is none. */
  find(words: string): boolean {
    this.#open?.(words)
    return this.#open !== null
  }

  #set(fields: readonly FindableField[]): void {
    this.#fields = fields
    for (const listener of this.#listeners) listener()
  }
}

const FindableContext = createContext<FindableFields | null>(null)

export const FindableProvider = FindableContext.Provider

const NONE: readonly FindableField[] = []
const noFields = () => NONE
const noSubscription = () => () => {}

/** The fields around the text, in the order of the page; none where nothing stands around it. */
export function useFindableFields(): readonly FindableField[] {
  const fields = useContext(FindableContext)
  return useSyncExternalStore(fields?.subscribe ?? noSubscription, fields?.list ?? noFields, noFields)
}

/** Makes what the field holds findable from the text beside it, while the component is on the page; Ctrl+F looks from it. */
export function useFindable({ id, name, value, write, element }: FindableField): void {
  const fields = useContext(FindableContext)
  // After every render, because the function that writes is another one each time.
  useLayoutEffect(() => fields?.keep({ id, name, value, write, element }))
  useEffect(() => () => fields?.drop(id), [fields, id])
  useEffect(() => {
    const input = element.current
    if (!input || !fields) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isCompositionKey(event)) return
      if (!['f', 'h'].includes(event.key.toLowerCase())) return
      const { value: words, selectionStart, selectionEnd } = input
      if (fields.find(words.slice(selectionStart ?? 0, selectionEnd ?? 0))) event.preventDefault()
    }
    const target: HTMLElement = input
    target.addEventListener('keydown', onKeyDown)
    return () => target.removeEventListener('keydown', onKeyDown)
  }, [fields, element])
}

/** Opens `open` with the words that are selected when somebody looks for something from a field around the text. */
export function useAskedFromFields(open: (words: string) => void): void {
  const fields = useContext(FindableContext)
  useEffect(() => fields?.whenAsked(open), [fields, open])
}

function byPage({ element: one }: FindableField, { element: other }: FindableField): number {
  if (!one.current || !other.current) return 0
  return one.current.compareDocumentPosition(other.current) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}
