/** What waits for the person at this desk. */
export function SupervisorDue() {
  return null;
}
