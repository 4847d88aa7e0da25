/** Hides all but the first and the last characters; a text too short to hide anything in is hidden whole. */
function mask(text: string, first: number, last: number): string {
  const characters = [...text];
  const hidden = characters.length - first - last;
  if (hidden < 1) return '*'.repeat(characters.length);
  return [...characters.slice(0, first), '*'.repeat(hidden), ...characters.slice(characters.length - last)].join('');
}

/** 1131**********019K */
export const maskCreditCode = (code: string): string => mask(code, 4, 4);

/** 1101**********002X: neither the date of birth nor the county. */
export const maskIdNumber = (number: string): string => mask(number, 4, 4);

/** 138****8000; a line of fewer than eleven characters keeps its last two only. */
export const maskPhone = (phone: string): string => (phone.length < 11 ? mask(phone, 0, 2) : mask(phone, 3, 4));

/** 张**: the first character only. */
export const maskName = (name: string): string => mask(name, 1, 0);
