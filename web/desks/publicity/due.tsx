/** What waits for the person at this desk. */
export function CommitteeDue() {
  return null;
}
