/** A story as a vector: terms ascending, and the weight of each. */
export interface TermWeights {
  terms: Int32Array
  weights: Float32Array
}

/** One vector laid out by term, with which many others are compared in turn. */
export class DenseVector {
  readonly #weights: Float32Array

  /** For vectors with terms up to `highest`. */
  constructor(highest: number) {
    this.#weights = new Float32Array(highest + 1)
  }

  /** A place for any of `stories`. */
  static for(stories: readonly TermWeights[]): DenseVector {
    return new DenseVector(stories.reduce((most, { terms }) => Math.max(most, terms[terms.length - 1] ?? 0), 0))
  }

  /** Lays `story` out, calls `work`, and clears it away. */
  with<T>({ terms, weights }: TermWeights, work: () => T): T {
    for (let at = 0; at < terms.length; at += 1) this.#weights[terms[at] ?? 0] = weights[at] ?? 0
    const result = work()
    for (const term of terms) this.#weights[term] = 0
    return result
  }

  /** The cosine of the story that is laid out with another one, both of length 1. */
  cosine({ terms, weights }: TermWeights): number {
    const dense = this.#weights
    let sum = 0
    for (let at = 0; at < terms.length; at += 1) sum += (dense[terms[at] ?? 0] ?? 0) * (weights[at] ?? 0)
    return sum
  }
}
