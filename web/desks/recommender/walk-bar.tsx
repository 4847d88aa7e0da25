import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';
import { keptWalk, placeIn, shownPlace } from './walk.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=combobox]') !== null);

/** The next and the last case of the list that this one was opened from: by key (j, k) or by link. */
export function WalkBar({ applicationId, isHeld }: { readonly applicationId: string; readonly isHeld: boolean }) {
  const tell = useTell();
  const navigate = useNavigate();
  const [kept] = useState(keptWalk);
  const walk = placeIn(kept, applicationId);
  const previous = walk?.ids[walk.at - 1];
  const next = walk?.ids[walk.at + 1];
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (isHeld || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const to = { j: next, k: previous }[event.key];
      if (to !== undefined)
        void navigate({ to: '/cases/$applicationId', params: { applicationId: to }, replace: true });
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [isHeld, next, previous, navigate]);
  if (!kept || !walk) return null;
  const link = (to: string | undefined, label: string) =>
    to === undefined ? (
      <span className="quiet">{label}</span>
    ) : (
      <Link to="/cases/$applicationId" params={{ applicationId: to }} replace>
        {label}
      </Link>
    );
  return (
    <nav className="row no-print" aria-label={tell(cases.walk)} title={tell(cases.keysHint)}>
      <Link to={walk.back}>{tell(cases.backToList)}</Link>
      {link(previous, tell(cases.previous))}
      <span className="figures quiet">{tell(cases.place(shownPlace(kept, walk), walk.all))}</span>
      {link(next, tell(cases.next))}
    </nav>
  );
}
