import { expect, it } from 'vitest'
import { notificationEmail } from '@/lib/desk/notifications/notification-email'

const MENTION = {
  kind: 'mention' as const,
  articleId: 7,
  noteId: 3,
  sectionId: null,
  causedBy: 'Mara Quill',
  to: { name: 'Ada Reed' },
  headline: 'The new ferry',
  words: '@Ada Reed, who confirmed this?',
}
const PAPER = { siteUrl: 'https://observer.example', paper: 'The Observer' }

it('an e-mail about a mention says who wrote what about which story, and leads to the comment', () => {
  expect(notificationEmail(MENTION, PAPER)).toEqual({
    subject: 'Mara Quill mentioned you: The new ferry',
    text: `Dear Ada Reed,

Mara Quill mentioned you: “The new ferry”.

@Ada Reed, who confirmed this?

https://observer.example/admin/articles/7#note-3

The desk of The Observer

Which e-mails you get: https://observer.example/admin/account
`,
  })
})

it('one about a story that was given to somebody has no words, and leads to the story', () => {
  const assignment = { ...MENTION, kind: 'assignment' as const, noteId: null, words: '', headline: '' }
  const { subject, text } = notificationEmail(assignment, PAPER)
  expect(subject).toBe('Mara Quill assigned a story to you: A story without a headline')
  expect(text).toContain('https://observer.example/admin/articles/7\n')
})

it('one about a picture that a planned edition loses leads to the desk of that front', () => {
  const told = { ...MENTION, kind: 'front-picture' as const, noteId: null, words: '' }
  expect(notificationEmail(told, PAPER).text).toContain('https://observer.example/admin/front\n')
  expect(notificationEmail({ ...told, sectionId: 2 }, PAPER).text).toContain('/admin/front?section=2\n')
})
