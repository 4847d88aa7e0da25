import { type ReactNode, useEffect, useState } from 'react';
import { useWizard } from './context.tsx';
import './folded.css';

type FoldedProps = {
  readonly title: ReactNode;
  /** How the fields in here begin: it opens by itself when one of them has to be corrected. */
  readonly fields?: readonly string[];
  readonly isOpen?: boolean;
  readonly children: ReactNode;
};

/** What most never need, one press away. */
export function Folded({ title, fields = [], isOpen = false, children }: FoldedProps) {
  const { problems } = useWizard();
  const [open, setOpen] = useState(isOpen);
  const isWrong = problems.some(({ field }) => fields.some((each) => field.startsWith(each)));
  useEffect(() => {
    if (isWrong) setOpen(true);
  }, [isWrong]);
  return (
    <details className="folded" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      <div className="folded-content">{children}</div>
    </details>
  );
}
