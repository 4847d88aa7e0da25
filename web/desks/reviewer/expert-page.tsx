export function ExpertPage() {
  return null;
}
