import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ApplicationStatus } from '#domain/applications';
import { type ExtendableStage, isExtendable } from '#domain/extensions';
import { mayCheck, mayRecommend } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';
import type { Returned } from './case-desk.tsx';
import type { WholeCase } from './case-page.tsx';
import { ExtendButton } from './extend-button.tsx';
import { useActs } from './use-acts.tsx';
import { useSeats } from './use-seats.ts';

type CaseActsProps = {
  readonly view: WholeCase;
  readonly cycle: AnswerOf<'get', '/cycles/{cycleId}'>;
  readonly beginReturn: (what: Returned) => void;
};

/** Whose time an extension would give, in each state. */
const stageOf: Partial<Record<ApplicationStatus, ExtendableStage>> = {
  draft: 'closesAt',
  submitted: 'recommendBy',
  returned: 'correction',
  supplementing: 'correction',
  recommended: 'checkBy',
  accepted: 'assessBy',
  'self-assessing': 'assessBy',
};

/** What may be done with the case now, by the server's own predicates: the usual act first, what ends it last. */
export function CaseActs({ view: { application }, cycle, beginReturn }: CaseActsProps) {
  const tell = useTell();
  const actor = useActor();
  const { applicationId, organizationId, organizationName: unit, status, cycleId, rounds } = application;
  const acts = useActs({ applicationId, unit });
  const seats = useSeats(application, status === 'submitted' && mayRecommend(actor, application));
  const offered: ReactNode[] = [];
  if (status === 'submitted' && mayRecommend(actor, application)) {
    offered.push(
      <Button key="recommend" type="primary" onClick={() => acts.recommend(seats)}>
        {tell(cases.recommend)}
      </Button>,
      <Button key="return" onClick={() => beginReturn('form')}>
        {tell(cases.returning)}
      </Button>,
      <Button key="decline" danger onClick={acts.decline}>
        {tell(cases.decline)}
      </Button>,
    );
  }
  if (status === 'recommended' && mayCheck(actor)) {
    offered.push(
      <Button key="accept" type="primary" onClick={acts.accept}>
        {tell(cases.accept)}
      </Button>,
      <Button key="return" onClick={() => beginReturn('form')}>
        {tell(cases.returning)}
      </Button>,
      <Button key="reject" danger onClick={acts.reject}>
        {tell(cases.reject)}
      </Button>,
    );
  }
  if (status === 'self-assessed' && mayCheck(actor) && cycle.status === 'assessing') {
    const isOnce = (rounds['self-assessment'] ?? 0) <= 1;
    offered.push(
      <Button key="supplement" disabled={!isOnce} onClick={() => beginReturn('assessment')}>
        {tell(cases.supplementing)}
      </Button>,
      !isOnce && (
        <span key="once" className="quiet">
          {tell(cases.once)}
        </span>
      ),
    );
  }
  const stage = stageOf[status];
  if (stage && mayCheck(actor) && isExtendable(cycle, stage)) {
    offered.push(<ExtendButton key="extend" {...{ cycleId, organizationId, unit, stage }} />);
  }
  return (
    <section className="row no-print" aria-label={tell(cases.acts)}>
      {offered.length > 0 ? offered : <span className="quiet">{tell(cases.noActs)}</span>}
      {seats && <span className="quiet figures">{seats}</span>}
    </section>
  );
}
