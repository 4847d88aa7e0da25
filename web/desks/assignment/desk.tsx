import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { Cycle } from '#domain/cycles';
import { mayCheck } from '#domain/policies';
import { isTimeFor } from '#domain/stages';
import { useActor, useHolds } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { TabPanes } from '#web/kit/tabs.tsx';
import { assignment as m } from '#web/messages/assignment.ts';
import { useTell } from '#web/messages/language.tsx';
import { CaseConflicts } from './case-conflicts.tsx';
import { Draws } from './draws.tsx';
import { Pins } from './pins.tsx';
import { Preview } from './preview.tsx';
import { Where } from './where.tsx';
import { WhyNot } from './why-not.tsx';

type Draw = AnswerOf<'get', '/cycles/{cycleId}/draws'>['items'][number];

/** The assignment desk: before the draw pins and previews, after it the record, why and why not. */
export function AssignmentPage() {
  const { cycleId } = useParams({ from: '/desk/cycles/$cycleId/assignment' });
  const tell = useTell();
  const cycle = useRead('/cycles/{cycleId}', { cycleId });
  const isDrawing = cycle.data?.status === 'reviewing';
  const draws = useRead('/cycles/{cycleId}/draws', { cycleId }, { ...(isDrawing && { every: 5000 }) });
  return (
    <Show of={cycle}>
      {(known) => (
        <Page title={tell(m.title)} crumbs={[{ label: known.title, to: `/cycles/${cycleId}` }]}>
          <Show of={draws}>{({ items }) => <Desk cycle={known} draws={items} />}</Show>
        </Page>
      )}
    </Show>
  );
}

type DeskProps = { readonly cycle: Cycle; readonly draws: readonly Draw[] };

function Desk({ cycle, draws }: DeskProps) {
  const { cycleId } = cycle;
  const tell = useTell();
  const navigate = useNavigate();
  const search = useSearch({ from: '/desk/cycles/$cycleId/assignment' });
  const mayAct = mayCheck(useActor());
  const watches = useHolds('office', 'supervisor');
  const isDrawn = draws.some(({ round }) => round === 'documents');
  const isDrawable = isTimeFor('draw', cycle);
  const item = (key: string, label: string, children: React.ReactNode, when = true) =>
    when ? [{ key, label, children }] : [];
  const items = [
    ...item('draws', tell(m.tabDraws), <Draws cycle={cycle} draws={draws} mayAct={mayAct} />, isDrawn),
    ...item('preview', tell(m.tabPreview), <Preview cycle={cycle} isDrawn={isDrawn} />, mayAct && isDrawable),
    ...item('pins', tell(m.tabPins), <Pins cycle={cycle} isDrawn={isDrawn} mayAct={mayAct} />),
    ...item('why', tell(m.tabWhy), <WhyNot cycle={cycle} draws={draws} />, watches && isDrawn),
    ...item('conflicts', tell(m.tabConflicts), <CaseConflicts cycle={cycle} />, watches),
    ...item('draws', tell(m.tabDraws), <Draws cycle={cycle} draws={draws} mayAct={mayAct} />, !isDrawn),
  ];
  const open = items.find(({ key }) => key === search.tab)?.key ?? items[0]?.key ?? 'draws';
  return (
    <div className="stack">
      <Where cycle={cycle} isDrawn={isDrawn} />
      {!isDrawable && isDrawn && <Alert type="info" showIcon title={tell(m.over)} />}
      <TabPanes
        className="assignment-tabs"
        label={tell(m.tabs)}
        active={open}
        choose={(tab) =>
          navigate({
            to: '/cycles/$cycleId/assignment',
            params: { cycleId },
            search: { ...search, tab },
            replace: true,
          })
        }
        items={items}
      />
    </div>
  );
}
