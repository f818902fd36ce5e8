/** A character that shows nothing, where it stands. */
interface Unseen {
  token: string
  /** The character that is kept before it; empty at the start. */
  before: string
  /** The last character before it that is no mark; empty without one. */
  base: string
  /** The character that follows; empty at the end. */
  after: string
  /** In UTF-16 units from the start of the text. */
  at: number
}

/** Letters of scripts in which a joiner changes how the letters around it are written (Unicode, chapters 9, 12, 13 and 16). */
const JOINING =
  /^(?=\p{L})[\p{scx=Adlm}\p{scx=Arab}\p{scx=Bali}\p{scx=Beng}\p{scx=Cakm}\p{scx=Deva}\p{scx=Gran}\p{scx=Gujr}\p{scx=Guru}\p{scx=Java}\p{scx=Khmr}\p{scx=Knda}\p{scx=Lana}\p{scx=Mand}\p{scx=Mlym}\p{scx=Mong}\p{scx=Mtei}\p{scx=Mymr}\p{scx=Newa}\p{scx=Nkoo}\p{scx=Orya}\p{scx=Phag}\p{scx=Rohg}\p{scx=Sinh}\p{scx=Sund}\p{scx=Syrc}\p{scx=Taml}\p{scx=Telu}\p{scx=Tibt}\p{scx=Tirh}]$/u

/** Scripts without spaces, in which a zero-width space marks where a line may end (Unicode, section 16.1). */
const UNSPACED =
  /^(?=[\p{L}\p{N}])[\p{scx=Bali}\p{scx=Java}\p{scx=Khmr}\p{scx=Lana}\p{scx=Laoo}\p{scx=Mymr}\p{scx=Tale}\p{scx=Talu}\p{scx=Tavt}\p{scx=Thai}\p{scx=Tibt}]$/u

/** What a variation selector may follow to choose one of its forms (StandardizedVariants.txt, UTS 37). */
const VARIABLE = /^(?!\p{M})[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Mymr}\p{scx=Phag}\p{Sm}]$/u

const RIGHT_TO_LEFT =
  /(?=\p{L})[\p{scx=Adlm}\p{scx=Arab}\p{scx=Hebr}\p{scx=Mand}\p{scx=Nkoo}\p{scx=Rohg}\p{scx=Samr}\p{scx=Syrc}\p{scx=Thaa}]/u

/**
 * Which of the characters that show nothing are spelling in `text`, and stay:
 * - joiners after a letter of a script in which they change the writing, such as Persian, Hindi and Sinhala, a joiner
 *   before one, and joiners of emoji;
 * - the selectors of emoji, of Chinese and Japanese names, of mathematics and of Mongolian;
 * - zero-width spaces in scripts without spaces, such as Thai and Khmer;
 * - direction marks, and isolates that are closed, in a text with letters that run from right to left; marks also in a
 *   text without letters. Embeddings and overrides never: they turn the text around that follows.
 * - the grapheme joiner before a mark, and the fillers of old Korean syllables.
 */
export function spellingRule(text: string): (unseen: Unseen) => boolean {
  const isRightToLeft = RIGHT_TO_LEFT.test(text)
  // Some of these control characters stand for letters (lib/text/clean-text.ts).
  const isTurned = isRightToLeft || !/[\p{L}\u0080-\u0084\u0086-\u009F]/u.test(text)
  const isolates = isRightToLeft ? closedIsolates(text) : new Set<number>()
  return ({ token, before, base, after, at }) => {
    switch (token) {
      case '\u200D':
        if (EMOJI_PART.test(before)) return EMOJI.test(after)
        return JOINING.test(base) || (!/^[\u200C\u200D]$/u.test(before) && JOINING.test(after))
      case '\u200C':
        return JOINING.test(base)
      case '\u200B':
        return UNSPACED.test(base)
      case '\u200E':
      case '\u200F':
      case '\u061C':
        return isTurned
      case '\u2066':
      case '\u2067':
      case '\u2068':
      case '\u2069':
        return isolates.has(at)
      case '\uFE0E':
      case '\uFE0F':
        return /^[0-9#*]$/.test(before) ? after === '\u20E3' : /^\p{Emoji}$/u.test(before)
      case '\u034F':
        return /^\p{M}$/u.test(after) && !UNSEEN.test(after)
      case '\u115F':
        return /^[\u1161-\u11A7]$/u.test(after)
      case '\u1160':
        return /^[\u1100-\u115E]$/u.test(before)
    }
    if (/^[\u180B-\u180F]$/u.test(token)) return /^(?=\p{L})\p{scx=Mong}$/u.test(before)
    if (/^[\uFE00-\uFE0D]$/u.test(token)) return VARIABLE.test(before)
    return /^[\u{E0100}-\u{E01EF}]$/u.test(token) && /^(?!\p{M})\p{scx=Hani}$/u.test(before)
  }
}

/** What may itself be taken out. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u

const EMOJI = /^\p{Extended_Pictographic}$/u
/** What an emoji may end with before it is joined to another (UTS 51, ED-16). */
const EMOJI_PART = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)$/u

/** The places of isolates that are closed, and of what closes them (UAX 9, BD9). */
function closedIsolates(text: string): Set<number> {
  const places = new Set<number>()
  const open: number[] = []
  for (const { 0: control, index } of text.matchAll(/[\u2066-\u2069]/g)) {
    if (control !== '\u2069') open.push(index)
    else {
      const opened = open.pop()
      if (opened !== undefined) places.add(opened).add(index)
    }
  }
  return places
}
