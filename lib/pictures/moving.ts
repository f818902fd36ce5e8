/** What to tell the editor of a picture that moves, when one frame of it was taken. */
export const MOVES =
  'This picture moves. In the paper it stands still: its first frame is shown. To show it moving, embed it as a film.'

/**
 * Whether a PNG moves: it has the chunk `acTL` before its first `IDAT` (PNG specification, third edition, 11.3.7). The
 * decoder knows only the frame that stands still.
 */
export function isMovingPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (type === 'acTL') return true
    if (type === 'IDAT') return false
    at += 12 + length
  }
  return false
}

/** Whether an AVIF moves: its brand says that it is a sequence (AV1 Image File Format 1.1, section 6.2). */
export function isMovingAvif(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(4, 12)) === 'ftypavis'
}
