import { cleanAddress } from '@/lib/text/clean-address'
import { cleanLine, cleanSpans, isClean } from '@/lib/text/clean-text'

/**
 * `value`, of the kinds that JSON has, with every text in it cleaned as a line, and lists of spans as one line
 * (lib/text/clean-text.ts). The addresses under `href` and `url` are cleaned as addresses. What is clean stays the same
 * object. Keys stay as they are.
 */
export function cleanValue<Value>(value: Value): Value {
  return cleanedValue(value) as Value
}

function cleanedValue(value: unknown): unknown {
  if (typeof value === 'string') return isClean(value) ? value : cleanLine(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = isSpans(value) ? cleanSpans(value) : value
    const cleaned = items.map(isSpans(items) ? cleanedSpan : cleanedValue)
    return items === value && cleaned.every((item, index) => item === value[index]) ? value : cleaned
  }
  const entries = Object.entries(value).map(([key, item]) => [key, cleanedAt(key, item), item] as const)
  return entries.every(([, cleaned, item]) => cleaned === item)
    ? value
    : Object.fromEntries(entries.map(([key, cleaned]) => [key, cleaned]))
}

/** Its text is cleaned already, with those of the spans around it. */
function cleanedSpan(span: { text: string }): { text: string } {
  const { text, ...rest } = span
  const cleaned = cleanValue(rest)
  return Object.entries(cleaned).every(([key, value]) => value === Reflect.get(span, key)) ? span : { text, ...cleaned }
}

function cleanedAt(key: string, value: unknown): unknown {
  const isAddress = (key === 'href' || key === 'url') && typeof value === 'string' && !isClean(value)
  return isAddress ? cleanAddress(value) : cleanedValue(value)
}

function isSpans(items: unknown[]): items is { text: string }[] {
  return (
    items.length > 0 &&
    items.every((item) => typeof item === 'object' && item !== null && 'text' in item && typeof item.text === 'string')
  )
}
