import { Button } from 'antd';
import { shanghaiTime } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { visiting } from '#web/messages/reviewer-visits.ts';
import { kept, type Unsent } from './outbox.ts';
import { forget, post, sync } from './sync.ts';
import type { Found } from './visit-form.tsx';

type UnsentProps = { readonly unsent: Unsent; readonly backToForm: (found: Found) => void };

/** A sheet that was handed in here: it waits, was refused, or the server has a newer one. */
export function UnsentView({ unsent, backToForm }: UnsentProps) {
  const tell = useTell();
  const { state, at, score, comment, personId } = unsent;
  const again = async (): Promise<void> => {
    await post(kept(unsent));
    await sync(personId);
  };
  const takeBack = async (): Promise<void> => {
    backToForm({ score, comment });
    await forget(unsent);
  };
  return (
    <section
      className="card"
      role="alert"
      style={{ borderInlineStart: '4px solid var(--warn)' }}
      aria-label={tell(visiting.ownSheet)}
    >
      {state.kind === 'waiting' && <h2>{tell(visiting.sending(shanghaiTime(at)))}</h2>}
      {state.kind === 'refused' && <h2>{tell(visiting.refusedTitle(tell(state.words)))}</h2>}
      {state.kind === 'conflict' && (
        <>
          <h2>{tell(visiting.conflictTitle)}</h2>
          <p className="quiet">{tell(visiting.conflictHelp)}</p>
        </>
      )}
      <Side title={state.kind === 'conflict' ? tell(visiting.mine) : undefined} score={score} comment={comment} />
      {state.kind === 'conflict' && (
        <Side title={tell(visiting.theirs)} score={state.theirs.score ?? ''} comment={state.theirs.comment} />
      )}
      <div className="row" style={{ marginTop: 12 }}>
        {state.kind === 'conflict' ? (
          <>
            <Button onClick={() => void forget(unsent)}>{tell(visiting.takeTheirs)}</Button>
            <Button danger onClick={again}>
              {tell(visiting.keepMine)}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={takeBack}>{tell(visiting.backToForm)}</Button>
            <Button onClick={again}>{tell(visiting.sendNow)}</Button>
          </>
        )}
      </div>
    </section>
  );
}

type SideProps = { readonly title: string | undefined; readonly score: string; readonly comment: string };

function Side({ title, score, comment }: SideProps) {
  const tell = useTell();
  return (
    <div style={{ marginTop: 8 }}>
      {title && <strong>{title}</strong>}
      <dl className="facts">
        <dt>{tell(visiting.score)}</dt>
        <dd className="figures">{score}</dd>
        <dt>{tell(visiting.comment)}</dt>
        <dd style={{ whiteSpace: 'pre-wrap' }}>{comment}</dd>
      </dl>
    </div>
  );
}
