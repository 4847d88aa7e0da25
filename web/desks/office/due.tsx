/** What waits for the person at this desk. */
export function OfficeDue() {
  return null;
}
