import { expect, test } from 'vitest'
import { can, type DeskAction, PERMISSIONS, ROLES, type Role } from '@/lib/accounts/permissions'

const WHOSE = {
  'nobody’s article': { ownerId: null, isDraft: true },
  'another’s draft': { ownerId: 'omar', isDraft: true },
  'own draft': { ownerId: 'ada', isDraft: true },
  'own published article': { ownerId: 'ada', isDraft: false },
  'own draft by assignment': { ownerId: 'omar', assigneeId: 'ada', isDraft: true },
}

/** The articles on which contributors may act; editors and admins may act on all. */
type Row = 'nothing' | 'own drafts' | 'own' | 'all' | 'admins only'

const EXPECTED: Record<DeskAction, Row> = {
  'list articles': 'all',
  'see every article': 'nothing',
  'create article': 'all',
  'read article': 'own',
  'save article': 'own drafts',
  'settle conflict': 'own drafts',
  'submit article': 'own drafts',
  'take article back': 'own',
  'return article': 'nothing',
  'publish article': 'nothing',
  'schedule article': 'nothing',
  'embargo article': 'nothing',
  'change published article': 'nothing',
  'discard changes': 'nothing',
  'readdress article': 'nothing',
  'withdraw article': 'nothing',
  'republish article': 'nothing',
  'comment on article': 'own',
  'duplicate article': 'own',
  'delete draft': 'own drafts',
  'recover draft': 'own drafts',
  'read revisions': 'own',
  'restore revision': 'own drafts',
  'preview article': 'own',
  'share preview': 'nothing',
  'pair stories': 'nothing',
  'tend links': 'nothing',
  'plan articles': 'nothing',
  'see plans': 'all',
  'empty bin': 'all',
  'arrange fronts': 'nothing',
  'search archive': 'all',
  'upload picture': 'all',
  'describe picture': 'all',
  'see pictures': 'all',
  'decide on pictures': 'nothing',
  'keep own account': 'all',
  'manage sections': 'nothing',
  'manage topics': 'nothing',
  'arrange timelines': 'nothing',
  'manage authors': 'nothing',
  'manage pages': 'nothing',
  'arrange menus': 'nothing',
  'manage redirects': 'nothing',
  'manage people': 'admins only',
  'see deliveries': 'nothing',
  'change receivers': 'admins only',
  'see log': 'admins only',
  'manage tokens': 'admins only',
  'change settings': 'admins only',
}

const mayActOn: Record<Row, (whose: keyof typeof WHOSE) => boolean> = {
  nothing: () => false,
  'admins only': () => false,
  'own drafts': (whose) => whose.startsWith('own draft'),
  own: (whose) => whose.startsWith('own'),
  all: () => true,
}

test('every action has a row in this table, and every row an action', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(PERMISSIONS).sort())
})

const actions = Object.keys(PERMISSIONS) as DeskAction[]
const cases = actions.flatMap((action) => ROLES.map((role): [Role, DeskAction] => [role, action]))

test.each(cases)('%s: %s', (role, action) => {
  const row = EXPECTED[action]
  if (row === undefined) throw new Error(`“${action}” has no row`)
  const editor = { id: 'ada', role }
  for (const whose of Object.keys(WHOSE) as (keyof typeof WHOSE)[]) {
    const expected = role === 'contributor' ? mayActOn[row](whose) : role === 'admin' || row !== 'admins only'
    expect([whose, can(editor, action, WHOSE[whose])]).toEqual([whose, expected])
  }
  // An action limited to some articles is refused when no article is named.
  expect(can(editor, action)).toBe(role === 'contributor' ? row === 'all' : role === 'admin' || row !== 'admins only')
})
