import type { ReactNode } from 'react';

type Props = { readonly label: string; readonly children: ReactNode };

/** A box around what is wider than a phone: it scrolls by itself, by keyboard too. */
export function Scrolls({ label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className="scrolls" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
