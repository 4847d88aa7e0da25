import { WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import type { vetoDrift } from './veto-drift.ts';

type Props = { readonly drift: ReturnType<typeof vetoDrift>; readonly children?: ReactNode };

/** Says that the frozen result does not know of a veto, and what to do about it; nothing where it does. */
export function VetoNotice({ drift: { came, gone }, children }: Props) {
  const tell = useTell();
  if (came.length + gone.length === 0) return null;
  const names = (rows: typeof came): string[] => rows.map(({ organizationName }) => organizationName);
  return (
    <div role="status" className="card" style={{ borderLeft: '4px solid var(--warn)', marginBottom: 16 }}>
      {came.length > 0 && (
        <p>
          <WarningOutlined aria-hidden style={{ color: 'var(--warn)' }} /> {tell(results.vetoCame(names(came)))}
        </p>
      )}
      {gone.length > 0 && (
        <p>
          <WarningOutlined aria-hidden style={{ color: 'var(--warn)' }} /> {tell(results.vetoGone(names(gone)))}
        </p>
      )}
      <p className="quiet" style={{ margin: 0 }}>
        {tell(results.vetoRecompute)}
      </p>
      {children}
    </div>
  );
}
