/** What waits for the person at this desk. */
export function RecommenderDue() {
  return null;
}
