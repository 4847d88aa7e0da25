/** Full marks of the published standards, by first-level indicator, typed in from domain.md §8. */
export const fullMarksByLaw: Readonly<Record<string, readonly (readonly number[])[]>> = {
  enterprise: [
    [7, 7, 7, 7, 7, 7],
    [7, 7, 7, 7],
    [8, 7, 7, 8],
  ],
  agency: [
    [8, 6, 6],
    [8, 5, 8, 7],
    [7, 7],
    [10, 8],
    [8, 7, 5],
  ],
  community: [
    [6, 6, 8],
    [8, 6, 8],
    [8, 10, 10],
    [8, 6, 6],
    [4, 6],
  ],
};
