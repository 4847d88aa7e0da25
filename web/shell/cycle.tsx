import { Link, Outlet, useParams } from '@tanstack/react-router';
import { type Actor, holds } from '#domain/people';
import { oversees } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useRead } from '#web/api/queries.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import { shell } from '#web/messages/shell.ts';

type Tab = { readonly to: string; readonly label: Said; readonly may: (actor: Actor) => boolean };

const isOffice = (actor: Actor): boolean => holds(actor, 'office');
const watches = (actor: Actor): boolean => isOffice(actor) || holds(actor, 'supervisor');

const tabs: readonly Tab[] = [
  { to: '', label: shell.board, may: oversees },
  { to: '/plan', label: shell.plan, may: oversees },
  { to: '/applications', label: shell.cases, may: oversees },
  { to: '/experts', label: shell.cycleExperts, may: oversees },
  { to: '/assignment', label: shell.assignment, may: watches },
  { to: '/progress', label: shell.progress, may: watches },
  { to: '/results', label: shell.results, may: oversees },
  { to: '/analysis', label: shell.analysis, may: watches },
  { to: '/list', label: shell.list, may: oversees },
  { to: '/publicity', label: shell.publicity, may: oversees },
  { to: '/decision', label: shell.decision, may: oversees },
  { to: '/awards', label: shell.awards, may: oversees },
  { to: '/dossiers', label: shell.dossiers, may: oversees },
  { to: '/jobs', label: shell.jobs, may: watches },
];

/** One cycle: its stages as tabs, each a link that can be sent. */
export function CycleFrame() {
  const { cycleId = '' } = useParams({ strict: false });
  // The workflows move a cycle on by themselves: every tab below reads the same answer, and so learns of it.
  useRead('/cycles/{cycleId}', { cycleId }, { every: 5_000 });
  const actor = useActor();
  const tell = useTell();
  const at = (tab: string): string => `/cycles/${cycleId}${tab}`;
  return (
    <>
      <nav className="tabs" aria-label={tell(shell.cycleTabs)}>
        {tabs
          .filter(({ may }) => may(actor))
          .map(({ to, label }) => (
            <Link key={to} to={at(to)} activeOptions={{ exact: to === '' }} activeProps={{ 'aria-current': 'page' }}>
              {tell(label)}
            </Link>
          ))}
      </nav>
      <Outlet />
    </>
  );
}
