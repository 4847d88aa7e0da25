type OfCategory = { readonly categoryId: string };

/** Rows by category in the order of the plan, which is the documents'; within a category as they stood. */
export function inPlanOrder<Row extends OfCategory>(rows: readonly Row[], categories: readonly OfCategory[]): Row[] {
  const places = new Map(categories.map(({ categoryId }, at) => [categoryId, at]));
  const placeOf = ({ categoryId }: Row): number => places.get(categoryId) ?? categories.length;
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b));
}
