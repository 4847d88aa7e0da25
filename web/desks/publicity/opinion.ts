const nameOf = (decisionId: string): string => `xuechuang.opinion.${decisionId}`;

/** The opinion as it is typed, kept over the way to the sign-in page and back. */
export const keptOpinion = (decisionId: string): string => sessionStorage.getItem(nameOf(decisionId)) ?? '';

export function keepOpinion(decisionId: string, opinion: string): void {
  if (opinion === '') sessionStorage.removeItem(nameOf(decisionId));
  else sessionStorage.setItem(nameOf(decisionId), opinion);
}
