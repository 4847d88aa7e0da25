/** What waits for the person at this desk. */
export function ApplicantDue() {
  return null;
}
