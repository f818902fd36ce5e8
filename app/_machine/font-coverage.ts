/**
 * Tells of a code point whether the font in a TrueType file has a glyph for it, from its cmap (OpenType 1.9, cmap
 * subtable formats 4 and 12). Throws when the file is no font with such a table.
 */
export function fontCoverage(file: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const ranges = subtablesOf(view).flatMap((at) => rangesOf(view, at))
  if (!ranges.length) throw new Error('the font names no character in a way that can be read')
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
}

type Range = [first: number, last: number]

function subtablesOf(view: DataView): number[] {
  const cmap = tableOf(view, 'cmap')
  return Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => cmap + view.getUint32(cmap + 4 + index * 8 + 4))
}

function tableOf(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + index * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(record + letter)))
    if (name === tag) return view.getUint32(record + 8)
  }
  throw new Error(`the file has no table ${tag}: it is no font`)
}

function rangesOf(view: DataView, at: number): Range[] {
  switch (view.getUint16(at)) {
    case 4:
      return segmentsOf(view, at)
    case 12:
      return Array.from({ length: view.getUint32(at + 12) }, (_, index): Range => {
        const group = at + 16 + index * 12
        return [view.getUint32(group), view.getUint32(group + 4)]
      })
    default:
      return []
  }
}

/** Segments of format 4; the last one, 0xFFFF, stands for nothing. */
function segmentsOf(view: DataView, at: number): Range[] {
  const double = view.getUint16(at + 6)
  return Array.from({ length: double / 2 }, (_, index): Range => {
    const last = view.getUint16(at + 14 + index * 2)
    return [view.getUint16(at + 16 + double + index * 2), last]
  }).filter(([, last]) => last !== 0xffff)
}
