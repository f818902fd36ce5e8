'use client'

import { createContext, useContext } from 'react'
import type { CommentedText } from '@/components/desk/editor/passages/commented-text'

const CommentedTextContext = createContext<CommentedText | null>(null)

export const CommentedTextProvider = CommentedTextContext.Provider

/** The passages of the story's text that have comments. */
export function useCommentedText(): CommentedText {
  const text = useContext(CommentedTextContext)
  if (!text) throw new Error('useCommentedText is called outside of a CommentedTextProvider')
  return text
}
