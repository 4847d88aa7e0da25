import { App, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { AwardError } from '#domain/errors';
import { parseMark } from '#domain/marks';
import { serverNow } from '#web/api/clock.ts';
import type { DraftDesk } from '#web/drafts/desk.ts';
import { SaveLine } from '#web/drafts/save-line.tsx';
import { useDraft, useField } from '#web/drafts/use-draft.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { Trouble, Waiting } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { visiting } from '#web/messages/reviewer-visits.ts';
import type { Said } from '#web/messages/say.ts';
import { handedIn } from './outbox.ts';
import { post, sync } from './sync.ts';
import type { KeptVisit } from './visit-disk.ts';
import { isOnlyHere, unsentOf } from './visit-disk.ts';

export type Found = { readonly score: string; readonly comment: string };

type VisitFormProps = {
  readonly visit: KeptVisit;
  readonly personId: string;
  /** The server cannot be reached now. */
  readonly isKept: boolean;
  /** What was handed in here and taken back to be corrected. */
  readonly found: Found | undefined;
  readonly done: () => void;
  readonly cancel?: () => void;
};

/** The sheet while it is written; on this machine only, until it is handed in. */
export function VisitForm(props: VisitFormProps) {
  const { applicationId, version, score = '', comment } = props.visit;
  const { desk, error, retry } = useDraft({
    document: `application/${applicationId}/site-sheet`,
    read: async () => ({ version, fields: { score, comment } }),
  });
  if (error) return <Trouble error={error} retry={retry} />;
  return desk ? <Fields {...props} desk={desk} /> : <Waiting rows={4} />;
}

/** A disk that cannot be written must not hold up what goes on without it. */
const gone = (desk: DraftDesk): Promise<void> => desk.discard().catch(() => undefined);

/** Why a score is none, as the server would say it. */
function scoreProblem(text: string): Said | undefined {
  try {
    parseMark(text.normalize('NFKC'), { min: 0, max: 10_000 }, 'score');
    return undefined;
  } catch (error) {
    if (error instanceof AwardError) return error.fields[0];
    throw error;
  }
}

function Fields({ visit, personId, isKept, found, done, cancel, desk }: VisitFormProps & { readonly desk: DraftDesk }) {
  const tell = useTell();
  const { message } = App.useApp();
  const consequence = useConsequence();
  const [score = '', setScore] = useField(desk, 'score');
  const [comment = '', setComment] = useField(desk, 'comment');
  const [isChecked, setChecked] = useState(false);
  useEffect(() => {
    if (found) desk.set({ ...found });
  }, [found, desk]);
  const { applicationId, organizationName, version, status } = visit;
  const wrong = isChecked ? scoreProblem(score) : undefined;
  const missing = isChecked && comment.trim() === '';
  const handIn = async (): Promise<void> => {
    await post(
      handedIn({ personId, applicationId, version, score: score.normalize('NFKC').trim(), comment, at: serverNow() }),
    );
    await gone(desk);
    await sync(personId);
    const left = (await unsentOf(personId)).find((each) => each.applicationId === applicationId);
    if (left && isOnlyHere(left)) message.warning(tell(visiting.handedInOpen));
    else if (left) message.info(tell(visiting.handedInHere));
    else message.success(tell(visiting.handedIn));
    done();
  };
  const submit = (): void => {
    setChecked(true);
    if (scoreProblem(score) || comment.trim() === '') return;
    void consequence({
      title: tell(visiting.submitTitle(organizationName)),
      consequence: (
        <>
          <p>{tell(visiting.submitConsequence(score))}</p>
          {isKept && <p>{tell(visiting.submitOffline)}</p>}
        </>
      ),
      verb: tell(status === 'submitted' ? visiting.submitCorrection : visiting.submit),
      seal: true,
      act: handIn,
    });
  };
  return (
    <Form layout="vertical" className="card" aria-label={tell(visiting.ownSheet)} onFinish={submit}>
      <SaveLine desk={desk} label={(field) => tell(field === 'score' ? visiting.score : visiting.comment)} />
      <Form.Item
        label={tell(visiting.score)}
        htmlFor="visit-score"
        required
        extra={tell(visiting.scoreHelp)}
        validateStatus={wrong ? 'error' : ''}
        help={wrong && tell(wrong)}
      >
        <Input
          id="visit-score"
          inputMode="decimal"
          autoComplete="off"
          className="figures"
          style={{ maxWidth: 160 }}
          suffix={<span className="quiet">/ 100</span>}
          value={score}
          onChange={(event) => setScore(event.target.value)}
        />
      </Form.Item>
      <Form.Item
        label={tell(visiting.comment)}
        htmlFor="visit-comment"
        required
        extra={tell(visiting.commentHelp)}
        validateStatus={missing ? 'error' : ''}
        help={missing && tell(visiting.commentWanted)}
      >
        <Input.TextArea
          id="visit-comment"
          autoSize={{ minRows: 6, maxRows: 20 }}
          maxLength={3000}
          showCount
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </Form.Item>
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        {cancel && <Button onClick={() => void gone(desk).then(cancel)}>{tell(visiting.cancelCorrection)}</Button>}
        <Button type="primary" danger htmlType="submit">
          {tell(status === 'submitted' ? visiting.submitCorrection : visiting.submit)}
        </Button>
      </div>
    </Form>
  );
}
