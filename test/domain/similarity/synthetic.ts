/** A deterministic stream of numbers in 0 … 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const VOCABULARY = 4000;
const firstHan = 0x4e00;

/** Words of two or three characters; the common ones come often, as in a language. */
const words = (() => {
  const next = numbers(20_110_101);
  return Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: next() < 0.7 ? 2 : 3 }, () => String.fromCodePoint(firstHan + Math.floor(next() * 3500))).join(
      '',
    ),
  );
})();

/** A text of about so many characters that nobody wrote, the same for the same seed. */
export function syntheticText(seed: number, length: number): string {
  const next = numbers(seed * 7919 + 13);
  let text = '';
  while (text.length < length) {
    const word = words[Math.floor(VOCABULARY * next() ** 2)] ?? '';
    text += next() < 0.1 ? `${word}，` : word;
  }
  return text.slice(0, length);
}
