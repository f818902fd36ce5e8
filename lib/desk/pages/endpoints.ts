import { z } from 'zod'
import { isWebAddress, MAX_WEB_ADDRESS_LENGTH } from '@/lib/addresses/web-address'
import { emptyAnswer, epochMs, madeRow, noInput, rowId } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'
import { MAX_LABEL_LENGTH, MAX_SLUG_LENGTH, MAX_TITLE_LENGTH } from '@/lib/desk/field-lengths'
import { pageContentSchema, pageViewSchema } from '@/lib/desk/pages/page-view'
import { nameLine, textLine } from '@/lib/desk/text-input'
import { FIXED_PLACES, type FixedPlace, menuKey } from '@/lib/paper/menu'
import { cleanAddress } from '@/lib/text/clean-address'

const MAX_ENTRIES = 40

/** The version that the editor saw. */
const seen = z.strictObject({ version: z.int().positive() })

/** Begins a page. The address is made of the name when it is empty. */
export const startPage = endpoint('POST', '/api/desk/pages', {
  logs: 'page written',
  input: z.strictObject({
    headline: nameLine(MAX_TITLE_LENGTH, 'Say what the page is called.'),
    slug: z.string().trim().max(MAX_SLUG_LENGTH).default(''),
  }),
  answer: madeRow,
})

export const readPage = endpoint('GET', '/api/desk/pages/[page]', { input: noInput, answer: pageViewSchema })

/** Saves what was typed since version `basedOn`, merged with what others saved. */
export const savePage = endpoint('PUT', '/api/desk/pages/[page]', {
  logs: 'page saved',
  input: z.strictObject({ basedOn: z.int().positive(), content: pageContentSchema }),
  answer: z.strictObject({
    page: pageViewSchema,
    /** The version that holds what gave way to somebody else's words; null when nothing did. */
    asideVersion: z.int().positive().nullable(),
  }),
})

export const publishPage = endpoint('POST', '/api/desk/pages/[page]/publish', {
  logs: 'page published',
  input: seen,
  answer: pageViewSchema,
})

export const discardPageChanges = endpoint('POST', '/api/desk/pages/[page]/discard', {
  logs: 'page changes discarded',
  input: seen,
  answer: pageViewSchema,
})

export const takeDownPage = endpoint('POST', '/api/desk/pages/[page]/take-down', {
  logs: 'page taken down',
  input: seen,
  answer: pageViewSchema,
})

export const readdressPage = endpoint('POST', '/api/desk/pages/[page]/readdress', {
  logs: 'page readdressed',
  input: seen.extend({ slug: z.string().trim().max(MAX_SLUG_LENGTH) }),
  answer: pageViewSchema,
})

export const restorePageVersion = endpoint('POST', '/api/desk/pages/[page]/restore', {
  logs: 'page restored',
  input: seen.extend({ restored: z.int().positive() }),
  answer: pageViewSchema,
})

export const deletePage = endpoint('POST', '/api/desk/pages/[page]/delete', {
  logs: 'page deleted',
  input: seen,
  answer: emptyAnswer,
})

export const recoverPage = endpoint('POST', '/api/desk/pages/[page]/recover', {
  logs: 'page recovered',
  input: noInput,
  answer: madeRow,
})

const binned = z.strictObject({ count: z.int().nonnegative() })

/** Empties the bin of the pages that were in it at `until`, the instant at which the editor saw the list. */
export const emptyPageBin = endpoint('POST', '/api/desk/pages/bin/empty', {
  logs: 'page bin emptied',
  input: z.strictObject({ until: epochMs }),
  answer: binned,
})

/** Undoes the emptying at this instant: its pages are in the bin again. */
export const undoPageEmptying = endpoint('POST', '/api/desk/pages/bin/undo', {
  logs: 'page bin restored',
  input: z.strictObject({ emptiedAt: epochMs }),
  answer: binned,
})

const label = textLine(MAX_LABEL_LENGTH)

const menuItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['section', 'topic', 'page']), id: rowId, label }),
  z.strictObject({ kind: z.literal('place'), place: z.enum(Object.keys(FIXED_PLACES) as FixedPlace[]), label }),
  z.strictObject({
    kind: z.literal('link'),
    url: z
      .string()
      .max(MAX_WEB_ADDRESS_LENGTH)
      .overwrite(cleanAddress)
      .refine(
        (url) => isWebAddress(url) || /^\/(?!\/)\S*$/.test(url),
        'Write a whole address, beginning with https://, or one of this site, beginning with /.',
      ),
    label: nameLine(MAX_LABEL_LENGTH, 'Say what the link is called.'),
  }),
])

/** Saves a menu; without entries it is the one that the site makes. */
export const saveMenu = endpoint('PUT', '/api/desk/menus/[place]', {
  logs: 'settings menu arranged',
  input: z.strictObject({
    version: z.int().nonnegative(),
    items: z
      .array(menuItemSchema)
      .max(MAX_ENTRIES, `A menu has at most ${MAX_ENTRIES} entries.`)
      .refine((items) => new Set(items.map(menuKey)).size === items.length, 'The same entry stands there twice.'),
  }),
  answer: z.strictObject({
    version: z.int().nonnegative(),
    items: z.array(menuItemSchema),
  }),
})
