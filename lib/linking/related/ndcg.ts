/**
 * How near the top of `ranked` the right ones are, from 0 to 1: normalised discounted cumulative gain of the first `count`,
 * each of `right` as right as the others; 0 when there are none.
 */
export function ndcg(ranked: readonly number[], right: ReadonlySet<number>, count: number): number {
  const worth = (place: number) => 1 / Math.log2(place + 2)
  const gain = ranked.slice(0, count).reduce((sum, id, place) => sum + (right.has(id) ? worth(place) : 0), 0)
  let best = 0
  for (let place = 0; place < Math.min(count, right.size); place += 1) best += worth(place)
  return best > 0 ? gain / best : 0
}
