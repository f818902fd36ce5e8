import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DeskFrame } from '@/components/desk/frame'
import type { Role } from '@/lib/accounts/permissions'

const linesOf = (role: Role) => {
  const editor = { id: 'ada', name: 'Ada Reed', email: 'ada@observer.example', role }
  const html = renderToStaticMarkup(
    <DeskFrame editor={editor} current="plans">
      The plans
    </DeskFrame>,
  )
  const [line = '', more = ''] = html.slice(0, html.indexOf('Notifications')).split('<details')
  return [line, more].map((part) => [...part.matchAll(/href="[^"]*"[^>]*>([^<]+)/g)].map(([, name]) => name))
}

test('every part that does not fit into the line of a phone stands under More as well', () => {
  const [line, more] = linesOf('admin')
  expect(line?.slice(0, 4)).toEqual(['Today', 'Stories', 'Plans', 'Front page'])
  expect(more).toEqual(line?.slice(4))
})

test('who has few parts needs no More', () => {
  expect(linesOf('contributor')).toEqual([['Today', 'Stories', 'Plans', 'Pictures'], []])
})
