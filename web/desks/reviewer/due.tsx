/** What waits for the person at this desk. */
export function ReviewerDue() {
  return null;
}
