import { expect, it, test } from 'vitest'
import { isCompositionKey } from '@/components/composition-key'
import { listenForShortcuts } from '@/components/desk/room/session/shortcuts'
import { sourceTexts } from '@/lib/testing/source-imports'

const ENTER = 13

it.each([
  ['an Enter alone', { isComposing: false, keyCode: ENTER }, false],
  ['an Enter within a composition', { isComposing: true, keyCode: ENTER }, true],
  ['the Enter of Safari that ends a composition', { isComposing: false, keyCode: 229 }, true],
])('%s', (_what, key, isOfComposition) => {
  expect(isCompositionKey(key)).toBe(isOfComposition)
})

test('the Enter that ends a composition opens no dialog, and the next one does', () => {
  const opened: string[] = []
  let press: (event: object) => void = () => {}
  const window = {
    addEventListener: (_name: string, listener: typeof press) => {
      press = listener
    },
    removeEventListener: () => {},
  }
  Object.assign(globalThis, { window, Element: class {} })
  const end = listenForShortcuts({
    saveNow: async () => {},
    showPublishDialog: () => opened.push('publish'),
    showDialog: (dialog) => opened.push(dialog),
  })
  const key = { key: 'Enter', ctrlKey: true, shiftKey: true, target: null, preventDefault() {}, stopPropagation() {} }
  press({ ...key, isComposing: false, keyCode: 229 })
  expect(opened).toEqual([])
  press({ ...key, isComposing: false, keyCode: ENTER })
  expect(opened).toEqual(['publish'])
  end()
  Reflect.deleteProperty(globalThis, 'window')
  Reflect.deleteProperty(globalThis, 'Element')
})

const HANDLES_KEYS = /\bonKeyDown=\{|\bhandleKeyDown\b|'keydown'/
/** Handlers that act on no key. */
const WITHOUT_KEYS = ['components/desk/picture/picture-details.tsx']

it('every keydown of the desk leaves the keys of input methods alone', () => {
  const handlers = [...sourceTexts()].filter(
    ([file, text]) => /^(?:components|app)\//.test(file) && !file.includes('.test.') && HANDLES_KEYS.test(text),
  )
  expect(handlers.length).toBeGreaterThan(8)
  const careless = handlers.filter(([, text]) => !text.includes('isCompositionKey('))
  expect(careless.map(([file]) => file)).toEqual(WITHOUT_KEYS)
})

it('nothing else asks whether a word is being composed', () => {
  const asking = [...sourceTexts()].filter(
    ([file, text]) => /^(?:components|app)\//.test(file) && /\.isComposing\b|\bkeyCode\b/.test(text),
  )
  expect(asking.map(([file]) => file).filter((file) => !file.includes('/composition-key.'))).toEqual([])
})
