import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { formatMark } from '#domain/marks';
import { leavesOf, type ObservationPoint } from '#domain/standards';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { Conflicts } from '#web/drafts/conflicts.tsx';
import type { DraftDesk } from '#web/drafts/desk.ts';
import { SaveLine } from '#web/drafts/save-line.tsx';
import { useDraftState } from '#web/drafts/use-draft.ts';
import { applicant } from '#web/messages/applicant.ts';
import { paper } from '#web/messages/applicant-form.ts';
import { useTell } from '#web/messages/language.tsx';
import { emptyParts, lacksOf, totalOf } from './assessment-draft.ts';
import { AssessmentSubmit } from './assessment-submit.tsx';
import type { CaseView } from './case-page.tsx';
import { fieldName } from './field-name.ts';
import { IndicatorTree } from './indicator-tree.tsx';
import { PointEditor } from './point-editor.tsx';
import { ReportEditor } from './report-editor.tsx';
import './applicant.css';

export type SeenStandard = AnswerOf<'get', '/standards/{standardId}/{standardVersion}'>;
type Application = CaseView['application'];
export type EditorProps = {
  readonly desk: DraftDesk;
  readonly standard: SeenStandard;
  readonly application: Application;
};

/** The place after the last point, where the report is written. */
export const REPORT = 'report';

/** Which points have evidence. */
export function useShown(applicationId: string): ReadonlySet<string | undefined> {
  const { data } = useRead('/applications/{applicationId}/evidence', { applicationId });
  return new Set(data?.items.filter(({ status }) => status === 'confirmed').map(({ pointId }) => pointId));
}

/** The standard on the left with what is done, the point in hand on the right, the running total below. */
export function AssessmentEditor({ desk, standard, application }: EditorProps) {
  const tell = useTell();
  const navigate = useNavigate({ from: '/applications/$applicationId/assessment' });
  const { point: asked } = useSearch({ from: '/desk/applications/$applicationId/assessment' });
  const places = [...leavesOf(standard).map(({ pointId }) => pointId), REPORT];
  const at = Math.max(0, places.indexOf(asked ?? ''));
  const place = places[at] ?? REPORT;
  const go = (next: string | undefined): void => {
    if (next !== undefined) void navigate({ search: { point: next }, resetScroll: false });
  };
  // At either end the button that was pressed is gone: whoever pressed it goes on at the head of the new part.
  const isLed = useRef(false);
  const step = (by: 1 | -1): void => {
    isLed.current = at + by === 0 || places[at + by] === REPORT;
    go(places[at + by]);
  };
  useEffect(() => {
    if (isLed.current) document.getElementById(place === REPORT ? 'report-title' : 'point-title')?.focus();
    isLed.current = false;
  }, [place]);
  const label = (path: string): string => tell(fieldName(path));
  const point = leavesOf(standard).find(({ pointId }) => pointId === place);
  return (
    <>
      <div className="form-sections">
        <SaveLine desk={desk} label={label} />
        <Running desk={desk} standard={standard} application={application} />
      </div>
      <Conflicts desk={desk} label={label} />
      <div className="assess-choose">
        <PlaceSelect standard={standard} place={place} go={go} />
      </div>
      <div className="assess">
        <IndicatorTree desk={desk} standard={standard} application={application} place={place} />
        <div>
          {point ? (
            <PointEditor key={place} desk={desk} point={point} application={application} />
          ) : (
            <ReportEditor desk={desk} application={application} />
          )}
          <div className={place === REPORT ? 'assess-foot still' : 'assess-foot'}>
            <Button disabled={at === 0} onClick={() => step(-1)}>
              {tell(applicant.previous)}
            </Button>
            {place === REPORT ? (
              <AssessmentSubmit desk={desk} standard={standard} application={application} />
            ) : (
              <Button type="primary" onClick={() => step(1)}>
                {tell(applicant.nextPoint)}
              </Button>
            )}
          </div>
        </div>
      </div>
    </>
  );
}

/** The total so far and how much is open. */
function Running({ desk, standard, application }: EditorProps) {
  const tell = useTell();
  const { mine } = useDraftState(desk);
  const shown = useShown(application.applicationId);
  const open =
    leavesOf(standard).filter((point) => lacksOf(point, mine, shown.has(point.pointId)).length > 0).length +
    emptyParts(mine).length;
  return (
    <span className="row">
      <strong className="figures">
        {tell(applicant.running(totalOf(standard, mine), formatMark(standard.fullMarks)))}
      </strong>
      <span className="quiet">{open > 0 ? tell(applicant.openPoints(open)) : tell(applicant.allDone)}</span>
    </span>
  );
}

type PlaceSelectProps = {
  readonly standard: SeenStandard;
  readonly place: string;
  readonly go: (place: string) => void;
};

const titleOf = ({ pointId, name }: ObservationPoint): string => `${pointId} ${name}`;

/** On a phone the tree is a list to choose from. */
function PlaceSelect({ standard, place, go }: PlaceSelectProps) {
  const tell = useTell();
  return (
    <Select
      aria-label={tell(applicant.choosePoint)}
      value={place}
      onChange={go}
      style={{ width: '100%' }}
      options={[
        ...standard.indicators.map(({ indicatorId, name, children }) => ({
          label: `${indicatorId} ${name}`,
          options: children.flatMap((second) =>
            second.children.map((point) => ({ value: point.pointId, label: titleOf(point) })),
          ),
        })),
        { value: REPORT, label: tell(paper.reportTitle) },
      ]}
    />
  );
}
