import { Link } from '@tanstack/react-router';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';

type Props = {
  /** The page that shows one of them. */
  readonly to: string;
  readonly categories: readonly { readonly categoryId: string }[];
  readonly chosen: string;
  readonly nameOf: (categoryId: string) => string;
};

/** The categories of a cycle, each a link that can be sent. */
export function CategoryLinks({ to, categories, chosen, nameOf }: Props) {
  const tell = useTell();
  return (
    <nav className="category-links" aria-label={tell(results.categories)}>
      {categories.map(({ categoryId }) => (
        <Link
          key={categoryId}
          to={to}
          search={{ category: categoryId }}
          {...(categoryId === chosen && { 'aria-current': 'page' as const })}
        >
          {nameOf(categoryId)}
        </Link>
      ))}
    </nav>
  );
}
