import type { ReactNode } from 'react';
import './assignment.css';

/** A small table that scrolls sideways in its own box on a phone, by the keyboard too. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className="assignment-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
