import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { isRoundClosed } from '#domain/reviews';
import { leavesOf } from '#domain/standards';
import { useRead } from '#web/api/queries.ts';
import type { DraftDesk } from '#web/drafts/desk.ts';
import type { Fields } from '#web/drafts/fields.ts';
import { useTell } from '#web/messages/language.tsx';
import { scoring } from '#web/messages/reviewer-scoring.ts';
import type { Case, ReviewedCycle } from '../scoring-page.tsx';
import { Consistency } from './consistency.tsx';
import type { DeskAct } from './desk-keys.ts';
import { DeskPage } from './desk-page.tsx';
import { blankEntry, type Entry, nudged, withDigit } from './entry.ts';
import { PanelSheets, Submissions } from './history.tsx';
import { KeysHelp } from './keys-help.tsx';
import { MarkPane } from './mark-pane.tsx';
import { MaterialPane } from './material-pane.tsx';
import { outliersOf } from './outliers.ts';
import { type PaneName, Panes } from './panes.tsx';
import { Cases, PointTree } from './queue-pane.tsx';
import { entryFields, overallField, tallyOf, writingOf } from './sheet.ts';
import { SubmitDialog } from './submit.tsx';
import { useDeskKeys } from './use-desk-keys.ts';

const route = getRouteApi('/desk/reviews/$assignmentId');

type DeskProps = {
  readonly given: Case;
  /** The sheet while it is written; absent where it is only read. */
  readonly draft?: DraftDesk;
  readonly fields?: Fields;
  readonly isOpen: boolean;
  readonly cycle: ReviewedCycle;
};

const nothing = (): (() => void) => () => undefined;
const noFields: Fields = {};

/** What is on the sheet by now. */
const useFields = (draft: DraftDesk | undefined, fields: Fields): Fields =>
  useSyncExternalStore(draft?.subscribe ?? nothing, () => draft?.draft().mine ?? fields);

/** The whole width is for the panes: the navigation goes behind its button. */
function useWholeWidth(): void {
  useEffect(() => {
    document.documentElement.classList.add('scoring-focus');
    return () => document.documentElement.classList.remove('scoring-focus');
  }, []);
}

export function ScoringDesk({ given, draft, fields = noFields, isOpen, cycle }: DeskProps) {
  const { assignment, material } = given;
  const { standard } = material;
  const { assignmentId, status } = assignment;
  const tell = useTell();
  const { point: asked, tab = 'point' } = route.useSearch();
  const navigate = route.useNavigate();
  const written = useFields(draft, fields);
  const writing = useMemo(() => writingOf(standard, written), [standard, written]);
  const tally = useMemo(() => tallyOf(standard, writing), [standard, writing]);
  const points = leavesOf(standard);
  const point = points.find(({ pointId }) => pointId === asked) ?? points[0];
  const [pane, setPane] = useState<PaneName>('material');
  const [submitting, setSubmitting] = useState(false);
  const [helping, setHelping] = useState(false);
  const queue = useRead('/assignments', { cycleId: assignment.cycleId });
  const scale = useRead('/cycles/{cycleId}/own-consistency', { cycleId: assignment.cycleId });
  const own = scale.data?.items.find(({ categoryId }) => categoryId === assignment.categoryId);
  const evidence = useRef<HTMLElement>(null);
  const group = useRef<HTMLElement>(null);
  const firstField = useRef<HTMLInputElement>(null);
  const mark = useRef<HTMLInputElement>(null);
  const comment = useRef<HTMLTextAreaElement>(null);
  useWholeWidth();

  const toGroup = (): void => group.current?.focus({ preventScroll: true });
  const go = (pointId: string): void => {
    setSubmitting(false);
    void navigate({ search: (before) => ({ ...before, point: pointId }), replace: true }).then(toGroup);
  };
  const isSubmitted = status === 'submitted';
  const entry: Entry = (point && writing.entries[point.pointId]) ?? blankEntry;
  const change = (next: Entry): void => {
    if (point && draft && next !== entry) draft.set(entryFields(point.pointId, next));
  };
  const at = point ? points.indexOf(point) : -1;
  const move = (by: 1 | -1): void => {
    const to = points[at + by];
    if (to) go(to.pointId);
    else if (by > 0 && draft) setSubmitting(true);
  };
  /** The next one behind this, or else the first of all. */
  const toBlank = (): void => {
    const isBehind = (pointId: string): boolean => points.findIndex((each) => each.pointId === pointId) > at;
    const next = tally.open.find(({ pointId }) => isBehind(pointId)) ?? tally.open[0];
    if (next) go(next.pointId);
  };
  const items = queue.data?.items ?? [];
  const toCase = (by: 1 | -1): void => {
    const other = items[items.findIndex((item) => item.assignmentId === assignmentId) + by];
    if (other) void navigate({ to: '/reviews/$assignmentId', params: { assignmentId: other.assignmentId } });
  };
  const digit = (act: Extract<DeskAct, { do: 'digit' }>): boolean => {
    if (!point || !draft) return false;
    if (point.rule.kind === 'ratio') {
      // The digit itself goes into the field that now has the focus.
      firstField.current?.select();
      return false;
    }
    const next = withDigit(point, entry, act.digit, act.less);
    if (next) change(next);
    toGroup();
    return true;
  };
  const show = (which: PaneName, field: { readonly current: HTMLElement | null }): boolean => {
    setPane(which);
    requestAnimationFrame(() => field.current?.focus());
    return true;
  };
  useDeskKeys((act) => {
    switch (act.do) {
      case 'next':
      case 'previous':
        move(act.do === 'next' ? 1 : -1);
        return true;
      case 'next-blank':
        toBlank();
        return true;
      case 'digit':
        return digit(act);
      case 'nudge':
        if (point) change(nudged(point, entry, act.by));
        return true;
      case 'mark':
        return show('mark', mark);
      case 'comment':
        return show('mark', comment);
      case 'evidence':
        if (tab !== 'point') void navigate({ search: (before) => ({ ...before, tab: 'point' }), replace: true });
        return show('material', evidence);
      case 'case':
        toCase(act.by);
        return true;
      case 'submit':
        if (draft) setSubmitting(true);
        return draft !== undefined;
      case 'keys':
        setHelping(true);
        return true;
      case 'leave':
        toGroup();
        return true;
    }
  });
  if (!point) return null;
  const more = [
    ...(assignment.submissions > 0
      ? [
          {
            key: 'history',
            label: tell(scoring.tabHistory),
            children: <Submissions assignmentId={assignmentId} standard={standard} />,
          },
        ]
      : []),
    ...(isSubmitted && cycle && isRoundClosed(cycle)
      ? [
          {
            key: 'panel',
            label: tell(scoring.tabPanel),
            children: <PanelSheets assignmentId={assignmentId} standard={standard} />,
          },
        ]
      : []),
  ];
  return (
    <DeskPage
      given={given}
      draft={draft}
      isOpen={isOpen}
      tally={tally}
      submit={() => setSubmitting(true)}
      help={() => setHelping(true)}
      move={move}
    >
      <Panes
        shown={pane}
        show={setPane}
        queue={
          <>
            {items.length > 0 && <Cases items={items} assignmentId={assignmentId} />}
            <PointTree standard={standard} tally={tally} pointId={point.pointId} go={go} />
          </>
        }
        material={
          <MaterialPane
            material={material}
            point={point}
            isSubmitted={isSubmitted}
            tab={tab}
            choose={(next) => void navigate({ search: (before) => ({ ...before, tab: next }), replace: true })}
            more={more}
            evidence={evidence}
          />
        }
        mark={
          <MarkPane
            point={point}
            entry={entry}
            tally={tally}
            overall={writing.overall}
            readOnly={draft === undefined}
            fields={{ group, firstField, mark, comment }}
            change={change}
            changeOverall={(text) => draft?.set(overallField(text))}
            move={move}
            toBlank={toBlank}
          >
            <Consistency own={own} tally={tally} />
          </MarkPane>
        }
      />
      {draft && (
        <SubmitDialog
          open={submitting}
          close={() => setSubmitting(false)}
          assignmentId={assignmentId}
          name={assignment.organizationName}
          tally={tally}
          outliers={outliersOf(standard, tally, own)}
          hasOverall={writing.overall.trim() !== ''}
          flush={draft.flush}
          go={go}
          done={() => setSubmitting(false)}
        />
      )}
      <KeysHelp open={helping} close={() => setHelping(false)} />
    </DeskPage>
  );
}
