export function WishesPage() {
  return null;
}
