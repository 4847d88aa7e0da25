import { useMemo } from 'react';
import { useCategoryName } from '#web/api/names.ts';
import { awards } from '#web/messages/awards.ts';
import { decisions } from '#web/messages/decisions.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Award } from './awards-page.tsx';
import './document.css';
import './number-list.css';

type Props = { readonly title: string; readonly items: readonly Award[] };

/** The certificate numbers by category, for paper only. */
export function NumberList({ title, items }: Props) {
  const tell = useTell();
  const nameOf = useCategoryName();
  const groups = useMemo(() => {
    const found = new Map<string, Award[]>();
    for (const award of items) found.set(award.categoryId, [...(found.get(award.categoryId) ?? []), award]);
    return [...found];
  }, [items]);
  return (
    <article className="official number-list" aria-hidden>
      <h2>{title}</h2>
      {groups.map(([categoryId, own]) => (
        <table key={categoryId}>
          <caption>{tell(decisions.annexOf(nameOf(categoryId), own.length))}</caption>
          <thead>
            <tr>
              <th>{tell(decisions.certificate)}</th>
              <th>{tell(decisions.name)}</th>
              <th>{tell(awards.validUntil)}</th>
            </tr>
          </thead>
          <tbody>
            {own.map(({ certificateNumber, organizationName, validUntil }) => (
              <tr key={certificateNumber}>
                <td className="figures">{certificateNumber}</td>
                <td>{organizationName}</td>
                <td className="figures">{validUntil}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </article>
  );
}
