import { QuestionCircleOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { formatMark } from '#domain/marks';
import type { Standard } from '#domain/standards';
import { useCategoryName } from '#web/api/names.ts';
import { Conflicts } from '#web/drafts/conflicts.tsx';
import type { DraftDesk } from '#web/drafts/desk.ts';
import type { Value } from '#web/drafts/fields.ts';
import { SaveLine } from '#web/drafts/save-line.tsx';
import { Page } from '#web/kit/page.tsx';
import { Trouble } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { Countdown, When } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';
import { scoring } from '#web/messages/reviewer-scoring.ts';
import type { Case } from '../scoring-page.tsx';
import { useAccept } from '../use-accept.ts';
import { useRecuse } from '../use-recuse.tsx';
import { placeOf, shownMark, type Tally } from './sheet.ts';

type DeskPageProps = {
  readonly given: Case;
  readonly draft: DraftDesk | undefined;
  readonly isOpen: boolean;
  readonly tally: Tally;
  readonly submit: () => void;
  readonly help: () => void;
  readonly move: (by: 1 | -1) => void;
  readonly children: ReactNode;
};

/** Around the panes: whose case it is, until when, what can be done with it, and whether all is saved. */
export function DeskPage(props: DeskPageProps) {
  const { given, draft, isOpen, tally, submit, help, move, children } = props;
  const { assignment } = given;
  const { organizationName, status, dueAt, submittedAt, categoryId } = assignment;
  const tell = useTell();
  const nameOf = useCategoryName();
  const navigate = useNavigate();
  const { recuse, dialog } = useRecuse(() => void navigate({ to: '/reviews' }));
  const label = useFieldLabel(given.material.standard);
  const mayRecuse = isOpen && ['pending', 'accepted', 'scoring'].includes(status);
  return (
    <div className="scoring">
      <Page
        title={organizationName}
        number={nameOf(categoryId)}
        crumbs={[{ label: tell(reviewer.queue), to: '/reviews' }]}
        status={
          <span className="row">
            <Status of="seat" state={status === 'accepted' && tally.marks.size > 0 ? 'scoring' : status} />
            {status === 'submitted' && submittedAt ? <When at={submittedAt} /> : isOpen && <Countdown to={dueAt} />}
          </span>
        }
        actions={
          <>
            <Tooltip title={tell(scoring.keys)}>
              <Button
                type="text"
                icon={<QuestionCircleOutlined aria-hidden />}
                aria-label={tell(scoring.keys)}
                onClick={help}
              />
            </Tooltip>
            {mayRecuse && status !== 'pending' && (
              <Button onClick={() => recuse(assignment)}>{tell(reviewer.recuse)}</Button>
            )}
            {draft && (
              <Button type="primary" danger onClick={submit}>
                {tell(scoring.submit)}
              </Button>
            )}
          </>
        }
      >
        <Banners given={given} isOpen={isOpen} recuse={() => recuse(assignment)} />
        {draft && <Conflicts desk={draft} label={label} show={show} />}
        {children}
        <div className="scoring-bar">
          {draft && <SaveLine desk={draft} label={label} />}
          {!draft && status !== 'pending' && <span>{tell(scoring.readOnly)}</span>}
          {draft && <span className="scoring-hint">{tell(scoring.hint)}</span>}
        </div>
        <div className="scoring-foot">
          <Button onClick={() => move(-1)}>{tell(scoring.previousPoint)}</Button>
          <span className="figures">{tell(scoring.totalOf(formatMark(tally.total), formatMark(tally.full)))}</span>
          <Button onClick={() => move(1)}>{tell(scoring.nextPoint)}</Button>
        </div>
        {dialog}
      </Page>
    </div>
  );
}

/** What a field of the sheet is called, where two versions of it differ. */
function useFieldLabel(standard: Standard): (field: string) => string {
  const tell = useTell();
  return (field) => {
    const { point, isComment } = placeOf(standard, field);
    if (!point) return tell(scoring.overall);
    const name = `${point.pointId} ${point.name}`;
    return tell(isComment ? scoring.commentOn(name) : scoring.markOf(name));
  };
}

/** The value of such a field: a comment as it is, a mark by its figures. */
const show = (_field: string, value: Value): string => (typeof value === 'string' ? value : shownMark(value));

type BannersProps = { readonly given: Case; readonly isOpen: boolean; readonly recuse: () => void };

/** What has to be known before anything is marked. */
function Banners({ given: { assignment, blind }, isOpen, recuse }: BannersProps) {
  const tell = useTell();
  const { message } = App.useApp();
  const accept = useAccept(() => message.success(tell(reviewer.accepted)));
  const { assignmentId, status, reason } = assignment;
  return (
    <>
      {status === 'pending' && isOpen && (
        <section className="scoring-banner" aria-label={tell(scoring.acceptTitle)}>
          <div>
            <strong>{tell(scoring.acceptTitle)}</strong>
            <p className="quiet">{tell(scoring.acceptText)}</p>
          </div>
          <div className="row">
            <Button onClick={recuse}>{tell(reviewer.recuse)}</Button>
            <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate({ assignmentId })}>
              {tell(reviewer.accept)}
            </Button>
          </div>
        </section>
      )}
      {accept.error && <Trouble error={accept.error} />}
      {status === 'unlocked' && (
        <section className="scoring-banner warn">
          <p>
            <strong>{tell(scoring.unlocked)}</strong> {reason && tell(scoring.unlockedWhy(reason))}
          </p>
        </section>
      )}
      {!isOpen && status !== 'submitted' && (
        <section className="scoring-banner warn">
          <p>{tell(scoring.closed)}</p>
        </section>
      )}
      {blind && (
        <section className="scoring-banner">
          <p>
            <strong>{tell(scoring.blind)}</strong> <span className="quiet">{tell(blind.note)}</span>
          </p>
        </section>
      )}
    </>
  );
}
