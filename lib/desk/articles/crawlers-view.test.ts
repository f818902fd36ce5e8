import { expect, it } from 'vitest'
import { RULES } from '@/lib/crawler-check/rules'
import { type EditorsFinding, notInChecklist } from './crawlers-view'

const finding = (rule: string, field: EditorsFinding['field']): EditorsFinding => ({
  rule,
  severity: 'advice',
  message: `${rule} is not kept.`,
  remedy: 'Mend it.',
  field,
})

it('what the checklist states is not said again in the words of crawlers', () => {
  const findings = [finding('news/picture', 'leadMediaId'), finding('head/description-length', 'seoDescription')]
  const checklist = { blockers: [], advice: [{ code: 'no-lead', field: 'leadMediaId' as const, message: 'No image.' }] }
  expect(notInChecklist(findings, checklist)).toEqual([findings[1]])
  expect(notInChecklist(findings, { blockers: [], advice: [] })).toEqual(findings)
  expect(notInChecklist(findings, null)).toEqual(findings)
})

it('two rules about one thing say it once', () => {
  const findings = [finding('social/picture-size', 'leadMediaId'), finding('news/picture', 'leadMediaId')]
  expect(notInChecklist(findings, null)).toEqual([findings[0]])
})

it('the rules that the checklist has, too, are rules', () => {
  const findings = RULES.filter(({ mendedIn }) => mendedIn !== null).map(({ id }) => finding(id, 'body'))
  const codes = ['no-lead', 'no-byline', 'headline-long', 'headline-label', 'no-text', 'no-alt', 'target-missing']
  const checklist = { blockers: codes.map((code) => ({ code, message: code })), advice: [] }
  expect(findings.length - notInChecklist(findings, checklist).length).toBe(10)
})
