export function CaseReviewPage() {
  return null;
}
