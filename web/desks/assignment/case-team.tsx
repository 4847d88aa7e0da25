import { Link } from '@tanstack/react-router';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { AnswerOf } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { EntryDialog } from '#web/kit/entry-dialog.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { caseReview as m } from '#web/messages/assignment-case.ts';
import { useTell } from '#web/messages/language.tsx';
import type { OfCase } from './case-review.tsx';
import { usePool } from './known.ts';
import { ReasonField, SuccessorField } from './seat-dialogs.tsx';
import { SheetField } from './sheet-field.tsx';
import { visitStateOf } from './visit-state.ts';
import { Why } from './why.tsx';

type View = AnswerOf<'get', '/applications/{applicationId}/site-team'>;
type Sheet = View['sheets'][number];
type Doing = { readonly act: 'transcribe' | 'replace'; readonly reviewerId: string } | { readonly act: 'fill' };

/** The site team: who visits, whose sheet is in; papers are transcribed, visitors replaced. */
export function CaseTeam({ of }: { readonly of: OfCase }) {
  const { applicationId } = of;
  const tell = useTell();
  const read = useRead('/applications/{applicationId}/site-team', { applicationId });
  return (
    <section className="card stack" aria-labelledby="case-team">
      <h2 id="case-team">{tell(m.team)}</h2>
      {isProblem(read.error, 'NotFound') ? (
        <Empty title={m.noTeam} help={m.noTeamHelp} />
      ) : (
        <Show of={read}>{(view) => <Team of={of} view={view} />}</Show>
      )}
    </section>
  );
}

function Team({ of, view: { team, sheets } }: { readonly of: OfCase; readonly view: View }) {
  const tell = useTell();
  const { nameOf } = usePool();
  const [doing, setDoing] = useState<Doing | undefined>();
  const isActing = of.mayAct && of.isOpen;
  const close = (): void => setDoing(undefined);
  // Who left stands behind those who go.
  const inOrder = [...sheets].sort((a, b) => Number(a.status === 'withdrawn') - Number(b.status === 'withdrawn'));
  const visitor = doing && doing.act !== 'fill' ? doing.reviewerId : undefined;
  return (
    <>
      <div className="row spread">
        <span className="figures">{tell(m.teamSeats(team.members.length, team.size))}</span>
        {isActing && team.members.length < team.size && (
          <Button onClick={() => setDoing({ act: 'fill' })}>{tell(m.fillVisitor)}</Button>
        )}
      </div>
      <ul className="stack" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {inOrder.map((sheet) => (
          <Visit
            key={sheet.reviewerId}
            sheet={sheet}
            name={nameOf(sheet.reviewerId)}
            begin={isActing && sheet.status === 'asked' ? setDoing : undefined}
          />
        ))}
      </ul>
      <TranscribeDialog
        of={of}
        reviewerId={visitor ?? ''}
        name={nameOf(visitor ?? '')}
        isOpen={doing?.act === 'transcribe'}
        close={close}
      />
      <VisitorDialog
        of={of}
        team={team}
        reviewerId={visitor}
        name={nameOf(visitor ?? '')}
        isOpen={doing?.act === 'replace' || doing?.act === 'fill'}
        close={close}
      />
    </>
  );
}

type VisitProps = {
  readonly sheet: Sheet;
  readonly name: string;
  readonly begin: ((doing: Doing) => void) | undefined;
};

function Visit({ sheet, name, begin }: VisitProps) {
  const { reviewerId, status, submittedAt, score, comment, reason } = sheet;
  const tell = useTell();
  return (
    <li className="assignment-line">
      <div className="row spread">
        <span className="row" style={{ gap: 8 }}>
          <Link to="/experts/$reviewerId" params={{ reviewerId }}>
            {name}
          </Link>
          <span className="quiet">{tell(m.visitStates[visitStateOf(sheet)])}</span>
          {submittedAt && status === 'submitted' && <When at={submittedAt} />}
        </span>
        {begin && (
          <span className="row" style={{ gap: 8 }}>
            <Button
              size="small"
              aria-label={tell(m.transcribeTitle(name))}
              onClick={() => begin({ act: 'transcribe', reviewerId })}
            >
              {tell(m.transcribe)}
            </Button>
            <Button
              size="small"
              aria-label={tell(m.replaceTitle(name))}
              onClick={() => begin({ act: 'replace', reviewerId })}
            >
              {tell(m.replaceVisitor)}
            </Button>
          </span>
        )}
      </div>
      {score !== undefined && <strong className="figures">{score}</strong>}
      {comment && <p>{comment}</p>}
      {reason && (
        <p className="quiet">
          <Why reason={reason} />
        </p>
      )}
    </li>
  );
}

type Opened = { readonly isOpen: boolean; readonly close: () => void };
type TranscribeProps = Opened & { readonly of: OfCase; readonly reviewerId: string; readonly name: string };
type Transcribed = { readonly fileId: string; readonly score: string; readonly comment: string };

function TranscribeDialog({ of: { applicationId }, reviewerId, name, isOpen, close }: TranscribeProps) {
  const tell = useTell();
  const { message } = App.useApp();
  const transcribe = useAct('post', '/applications/{applicationId}/site-sheets/{reviewerId}/transcribe', {
    done: () => void message.success(tell(m.done)),
  });
  return (
    <EntryDialog<Transcribed>
      isOpen={isOpen}
      close={close}
      title={tell(m.transcribeTitle(name))}
      help={tell(m.transcribeHelp)}
      verb={tell(m.transcribe)}
      act={(values) => transcribe.mutateAsync({ applicationId, reviewerId, ...values })}
    >
      {() => (
        <>
          <SheetField applicationId={applicationId} label={tell(m.signedSheet)} />
          <Form.Item name="score" label={tell(m.score)} rules={[{ required: true }]}>
            <Input inputMode="decimal" className="figures" maxLength={6} />
          </Form.Item>
          <Form.Item name="comment" label={tell(m.findings)} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={3000} />
          </Form.Item>
        </>
      )}
    </EntryDialog>
  );
}

type VisitorProps = Opened & {
  readonly of: OfCase;
  readonly team: View['team'];
  /** Who leaves; none: a vacant seat is filled. */
  readonly reviewerId: string | undefined;
  readonly name: string;
};

function VisitorDialog({ of: { applicationId }, team, reviewerId, name, isOpen, close }: VisitorProps) {
  const tell = useTell();
  const { message } = App.useApp();
  const replace = useAct('post', '/applications/{applicationId}/site-team/replace', {
    done: () => void message.success(tell(m.done)),
  });
  return (
    <EntryDialog<{ readonly wantedId?: string; readonly reason: string }>
      isOpen={isOpen}
      close={close}
      title={tell(reviewerId ? m.replaceTitle(name) : m.fillVisitor)}
      verb={tell(reviewerId ? m.replaceVisitor : m.fillVisitor)}
      act={({ wantedId, reason }) =>
        replace.mutateAsync({ applicationId, reason, ...(reviewerId && { reviewerId }), ...(wantedId && { wantedId }) })
      }
    >
      {() => (
        <>
          <SuccessorField name="wantedId" without={[...team.members, ...team.former]} />
          <ReasonField />
        </>
      )}
    </EntryDialog>
  );
}
