/**
 * `value` as JSON that may stand inside a `<script>` element: no character in it can end the element, begin a comment
 * or an entity, or end a line of a script (U+2028 and U+2029). A reader of JSON gets the same value.
 */
export function scriptText(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character] ?? '')
}

const ESCAPES: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}
