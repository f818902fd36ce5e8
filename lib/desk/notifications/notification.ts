import { z } from 'zod'
import { epochMs, rowId } from '@/lib/desk/answers'

/**
 * Why somebody is told: named in a comment; answered; given a story; a story of theirs was returned; somebody without an
 * account commented on, approved or refused a version that they sent out; an edition that they planned, or a story of
 * theirs that is scheduled, loses a picture.
 */
export const NOTIFICATION_KINDS = [
  'mention',
  'reply',
  'assignment',
  'return',
  'outside-comment',
  'approval',
  'refusal',
  'front-picture',
  'story-picture',
] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

/** What people choose among when they say which notifications they want by e-mail. */
export const MAIL_TOPICS = ['mentions', 'assignments', 'reviews', 'fronts'] as const
export type MailTopic = (typeof MAIL_TOPICS)[number]

/** Under which choice each notification falls. */
export const MAIL_TOPIC_OF: Readonly<Record<NotificationKind, MailTopic>> = {
  mention: 'mentions',
  reply: 'mentions',
  assignment: 'assignments',
  return: 'reviews',
  'outside-comment': 'reviews',
  approval: 'reviews',
  refusal: 'reviews',
  'front-picture': 'fronts',
  'story-picture': 'reviews',
}

/** What the desk tells one person, as their list shows it. */
export const notificationSchema = z.strictObject({
  id: rowId,
  kind: z.enum(NOTIFICATION_KINDS),
  articleId: rowId,
  /** Of the story, as it is now; empty without one. */
  headline: z.string(),
  /** BCP 47 tag of the story. */
  language: z.string(),
  causedBy: z.string(),
  /** What was written; empty when nothing was. */
  words: z.string(),
  /** The comment; null when it is not about one. */
  noteId: rowId.nullable(),
  /** The section on whose front it happened; null for the front page, and when it is not about a front. */
  sectionId: rowId.nullable(),
  createdAt: epochMs,
  /** null until the person has seen it. */
  readAt: epochMs.nullable(),
})

export type Notification = z.infer<typeof notificationSchema>

/** What happened, as a sentence without the story's headline and without a full stop. */
export function notificationWords({ kind, causedBy }: Pick<Notification, 'kind' | 'causedBy'>): string {
  switch (kind) {
    case 'mention':
      return `${causedBy} mentioned you`
    case 'reply':
      return `${causedBy} answered`
    case 'assignment':
      return `${causedBy} assigned a story to you`
    case 'return':
      return `${causedBy} returned your story`
    case 'outside-comment':
      return `${causedBy} commented on the version you sent out`
    case 'approval':
      return `${causedBy} approved the version you sent out`
    case 'refusal':
      return `${causedBy} refused the version you sent out`
    case 'front-picture':
      return `${causedBy} changed the rights of a picture, and a planned edition goes out without it`
    case 'story-picture':
      return `${causedBy} changed the rights of a picture, and a scheduled story goes out without it`
  }
}

/** The address at the desk where one sees what a notification is about, without the origin. */
export function notificationPath({
  kind,
  articleId,
  noteId,
  sectionId,
}: Pick<Notification, 'kind' | 'articleId' | 'noteId' | 'sectionId'>): string {
  if (kind === 'front-picture') return `/admin/front${sectionId === null ? '' : `?section=${sectionId}`}`
  return `/admin/articles/${articleId}${noteId === null ? '' : `#note-${noteId}`}`
}
