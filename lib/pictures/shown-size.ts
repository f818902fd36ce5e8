/** No file of a picture is wider. */
export const MAX_WIDTH_PX = 1600
/** Shown smaller, a picture is a dot or a line. */
const MIN_SIDE_PX = 16
/** WebP, 14 bits for each side (RFC 9649, section 2.7). AVIF and JPEG allow more. */
const TALLEST_PX = 16_383
/** What one picture may cost to decode: 300 MB at three bytes a pixel. */
export const MAX_PIXELS = 100_000_000

/** Why a picture of this size, upright, cannot be shown, in an editor's words; null when it can. */
export function sizeProblem({ width, height }: { width: number; height: number }): string | null {
  const size = `The picture is ${width} × ${height} pixels`
  if (Math.min(width, height) < MIN_SIDE_PX) {
    return `${size}; each side needs at least ${MIN_SIDE_PX}. Upload a larger one.`
  }
  if (width * height > MAX_PIXELS) {
    const megapixels = (pixels: number) => Math.ceil(pixels / 1_000_000)
    return `${size}, ${megapixels(width * height)} megapixels; the most is ${megapixels(MAX_PIXELS)}. Save it smaller, such as 4000 pixels wide, and upload that.`
  }
  const shownHeight = Math.round(height * Math.min(1, MAX_WIDTH_PX / width))
  if (shownHeight > TALLEST_PX) {
    return `${size}: too tall. At the width of a page (${MAX_WIDTH_PX} pixels at most) it may be ${TALLEST_PX} high. Cut it into several pictures.`
  }
  if (shownHeight < MIN_SIDE_PX) {
    return `${size}: too wide. At the width of a page (${MAX_WIDTH_PX} pixels) only a line of it would be left. Cut a part out of it and upload that.`
  }
  return null
}
