import { CheckCircleOutlined, ClockCircleOutlined, MinusCircleOutlined, RollbackOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { nextStep } from '#domain/decisions';
import { PersonName } from '#web/kit/person-name.tsx';
import { Since, When } from '#web/kit/time.tsx';
import { decisions } from '#web/messages/decisions.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Decision } from './decision-case.tsx';

/** Who acted, when and with what opinion, and whose turn it is. */
export function Chain({ decision }: { readonly decision: Decision }) {
  const tell = useTell();
  const { chain, acts, status, sentBack } = decision;
  const next = status === 'in-approval' ? nextStep(decision) : undefined;
  return (
    <ol className="official-chain">
      {chain.map((step, at) => {
        const act = acts[at];
        return (
          <li key={step}>
            <Mark state={act ? 'done' : step === next ? 'now' : 'later'} />
            <div>
              <strong>{tell(decisions.steps[step])}</strong>{' '}
              {act ? (
                <>
                  {act.name} <When at={act.at} />
                  {act.opinion && (
                    <p style={{ margin: 0, whiteSpace: 'pre-wrap' }} lang="zh-CN">
                      {act.opinion}
                    </p>
                  )}
                </>
              ) : (
                <span className="quiet">
                  {step === next ? (
                    <>
                      {tell(decisions.nowHere)} · {tell(decisions.since)} <Since at={acts.at(-1)?.at ?? ''} />
                    </>
                  ) : (
                    tell(decisions.waiting)
                  )}
                </span>
              )}
            </div>
          </li>
        );
      })}
      {sentBack && (
        <li>
          <span style={{ color: 'var(--warn)' }} aria-hidden>
            <RollbackOutlined />
          </span>
          <div>
            <strong>{tell(decisions.sentBackBy)}</strong> <PersonName id={sentBack.personId} />{' '}
            <When at={sentBack.at} />
            <p style={{ margin: 0, whiteSpace: 'pre-wrap' }} lang="zh-CN">
              {sentBack.reason}
            </p>
          </div>
        </li>
      )}
    </ol>
  );
}

type State = 'done' | 'now' | 'later';
const marks: Readonly<Record<State, { readonly icon: ReactNode; readonly tone: string }>> = {
  done: { icon: <CheckCircleOutlined />, tone: 'good' },
  now: { icon: <ClockCircleOutlined />, tone: 'action' },
  later: { icon: <MinusCircleOutlined />, tone: 'quiet' },
};

const Mark = ({ state }: { readonly state: State }) => (
  <span style={{ color: `var(--${marks[state].tone})` }} aria-hidden>
    {marks[state].icon}
  </span>
);
