const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 文澜区 does not exist, and neither does its division code. */
const division = '990102';

/** Position 9–17: eight characters and a mod-11 digit (GB 11714); letters count from A = 10. */
function organizationPart(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(body.charAt(i), 36), 0);
  const digit = (11 - (sum % 11)) % 11;
  return body + (digit === 10 ? 'X' : String(digit));
}

/** A synthetic 统一社会信用代码: kind ('12': public institution), division, serial, both check digits (GB 32100). */
export function creditCodeOf(kind: string, serial: number): string {
  const first17 = kind + division + organizationPart(`MA${kind.charAt(0)}${String(serial).padStart(5, '0')}`);
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return first17 + alphabet.charAt((31 - (sum % 31)) % 31);
}
