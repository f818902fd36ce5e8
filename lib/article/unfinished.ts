import { type Body, type BodyElement, MIN_IN_GALLERY, MIN_RELATED } from '@/lib/article/body'
import { isBlank } from '@/lib/text/visible-text'

/** An element that may not be published yet, and what is missing, in an editor's words. */
export interface Unfinished {
  elementId: string
  message: string
}

/** The unfinished elements of `body`, in reading order: those that `bodySchema` (lib/article/body.ts) rejects. */
export function unfinishedIn(body: Body): Unfinished[] {
  return body.flatMap((element) => missingIn(element).map((message) => ({ elementId: element.id, message })))
}

function missingIn(element: BodyElement): string[] {
  switch (element.type) {
    case 'list':
      return element.items.length ? [] : ['A list has no items yet. Write one, or delete the list.']
    case 'pull-quote':
      return !isBlank(element.text) ? [] : ['A pull quote has no words yet. Write them, or delete it.']
    case 'gallery':
      return element.items.length >= MIN_IN_GALLERY
        ? []
        : ['A gallery needs two pictures or more. Add some, or use a single picture.']
    case 'table':
      if (!element.header.length) return ['A table has no columns yet. Fill it, or delete it.']
      return element.rows.length ? [] : ['A table has no rows yet. Add one, or delete the table.']
    case 'fact-box':
      return [
        ...(!isBlank(element.title) ? [] : ['A fact box has no title yet. Give it one.']),
        ...(element.elements.length ? [] : ['A fact box holds nothing yet. Fill it, or delete it.']),
      ]
    case 'embed':
      return !isBlank(element.title) ? [] : ['An embed has no title yet. Say in words what it shows.']
    case 'also-read':
      if (element.target.kind === 'sought') {
        return [`Also read names “${element.target.words}”, which is no story yet. Choose one, or remove the block.`]
      }
      if (element.target.kind === 'article' || !isBlank(element.target.label)) return []
      return ['An Also read to another site has no label yet. Say where it leads.']
    case 'related-news':
      if (element.sought?.length) {
        const words = element.sought.map((story) => `“${story.words}”`).join(', ')
        return [`Related news names ${words}, which no story has been chosen for. Choose, or take the headlines out.`]
      }
      return element.articles.length >= MIN_RELATED
        ? []
        : ['Related news needs two stories or more. Add one, or use Also read for a single story.']
    // Without words these are left out of the page.
    case 'quote':
    case 'paragraph':
    case 'heading':
    case 'image':
    case 'divider':
      return []
  }
}
