import { useNavigate, useSearch } from '@tanstack/react-router';
import { Form, Segmented } from 'antd';
import { useState } from 'react';
import { barrierWords } from '#domain/barrier-words';
import type { Cycle } from '#domain/cycles';
import type { DrawRound } from '#domain/draws';
import { useRead } from '#web/api/queries.ts';
import { Show } from '#web/kit/states.tsx';
import { assignment as m } from '#web/messages/assignment.ts';
import { useTell } from '#web/messages/language.tsx';
import { CasePicker, ExpertPicker } from './pickers.tsx';
import { Since } from './since.tsx';

type Draw = { readonly round: DrawRound };
type Props = { readonly cycle: Cycle; readonly draws: readonly Draw[] };

/** 为什么没有抽到: of any pair, with what it would cost; the pair stands in the address. */
export function WhyNot({ cycle: { cycleId }, draws }: Props) {
  const tell = useTell();
  const navigate = useNavigate();
  const search = useSearch({ from: '/desk/cycles/$cycleId/assignment' });
  const [round, setRound] = useState<DrawRound>('documents');
  const { applicationId, reviewerId } = search;
  const choose = (pair: { applicationId?: string | undefined; reviewerId?: string | undefined }) => {
    const next = { ...search, ...pair };
    return navigate({
      to: '/cycles/$cycleId/assignment',
      params: { cycleId },
      search: {
        tab: 'why',
        ...(next.applicationId && { applicationId: next.applicationId }),
        ...(next.reviewerId && { reviewerId: next.reviewerId }),
      },
      replace: true,
    });
  };
  return (
    <div className="reading stack">
      <p className="quiet">{tell(m.whyHelp)}</p>
      <Form layout="vertical" component="div">
        {draws.some((draw) => draw.round === 'site') && (
          <Form.Item label={tell(m.round)}>
            <Segmented
              aria-label={tell(m.round)}
              value={round}
              onChange={setRound}
              options={(['documents', 'site'] as const).map((value) => ({ value, label: tell(m.rounds[value]) }))}
            />
          </Form.Item>
        )}
        <Form.Item label={tell(m.application)} htmlFor="why-case">
          <CasePicker
            id="why-case"
            cycleId={cycleId}
            value={applicationId}
            onChange={(chosen) => choose({ applicationId: chosen })}
          />
        </Form.Item>
        <Form.Item label={tell(m.expert)} htmlFor="why-expert">
          <ExpertPicker id="why-expert" value={reviewerId} onChange={(chosen) => choose({ reviewerId: chosen })} />
        </Form.Item>
      </Form>
      {applicationId && reviewerId ? (
        <Answer cycleId={cycleId} applicationId={applicationId} reviewerId={reviewerId} round={round} />
      ) : (
        <p className="quiet">{tell(m.whyAsk)}</p>
      )}
    </div>
  );
}

type Pair = {
  readonly cycleId: string;
  readonly applicationId: string;
  readonly reviewerId: string;
  readonly round: DrawRound;
};

const kindOf = (kind: string): keyof typeof m.kinds | undefined =>
  Object.hasOwn(m.kinds, kind) ? (kind as keyof typeof m.kinds) : undefined; // just looked up

function Answer(pair: Pair) {
  const tell = useTell();
  const read = useRead('/cycles/{cycleId}/matching/why-not', pair);
  return (
    <Show of={read} rows={3}>
      {(answer) => {
        const kind = kindOf(answer.kind);
        return (
          <section role="status" className={`card assignment-asked ${answer.kind === 'chosen' ? '' : 'closed'}`}>
            <div className="row spread">
              <h2>{kind ? tell(m.kinds[kind]) : answer.kind}</h2>
              <span className="quiet figures">{tell(m.drawNumber(answer.number))}</span>
            </div>
            <p>{tell(answer)}</p>
            {answer.sources.length > 0 && (
              <ul>
                {answer.sources.map((source) => (
                  <li key={source}>{tell(barrierWords[source])}</li>
                ))}
              </ul>
            )}
            {answer.cost > 0 && (
              <p className="figures quiet">
                {tell(m.costOf(answer.cost))} {tell(m.otherPanels(answer.otherPanels))}
              </p>
            )}
            <Since {...pair} wasDrawn={answer.kind === 'chosen'} />
          </section>
        );
      }}
    </Show>
  );
}
