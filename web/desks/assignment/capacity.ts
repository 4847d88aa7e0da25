import type { CycleCategory } from '#domain/cycles';

type Member = {
  readonly maximumLoad: number;
  readonly categories: readonly { readonly categoryId: string; readonly drawn: boolean }[];
};

export type Capacity = {
  readonly categoryId: string;
  /** Experts who may be drawn, and how many a panel needs; 0 where no panel reviews. */
  readonly drawable: number;
  readonly panelSize: number;
  /** Applications that they take all together; an expert of several categories counts in each. */
  readonly capacity: number;
  readonly isShort: boolean;
};

type Category = Pick<CycleCategory, 'categoryId' | 'panelSize' | 'reviewMode'>;

/** Whether each category has experts enough for one panel at least. */
export const capacityOf = (categories: readonly Category[], members: readonly Member[]): Capacity[] =>
  categories.map(({ categoryId, panelSize, reviewMode }) => {
    const own = members.filter((member) =>
      member.categories.some((each) => each.categoryId === categoryId && each.drawn),
    );
    const size = reviewMode === 'recommender-only' ? 0 : panelSize;
    return {
      categoryId,
      drawable: own.length,
      panelSize: size,
      capacity: own.reduce((sum, { maximumLoad }) => sum + maximumLoad, 0),
      isShort: own.length < size,
    };
  });
