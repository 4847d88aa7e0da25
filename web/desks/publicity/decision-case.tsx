import { useMemo } from 'react';
import { mayDraft } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useAll } from '#web/api/all.ts';
import type { AnswerOf } from '#web/api/client.ts';
import type { ItemOf } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { decisions } from '#web/messages/decisions.ts';
import { useTell } from '#web/messages/language.tsx';
import { Chain } from './chain.tsx';
import { DecisionActs } from './decision-acts.tsx';
import { DecisionChanges } from './decision-changes.tsx';
import { DecisionDraft } from './decision-draft.tsx';
import { DecisionPaper } from './decision-paper.tsx';
import { inPlanOrder } from './plan-order.ts';
import './document.css';

type Cycle = AnswerOf<'get', '/cycles/{cycleId}'>;
export type Decision = AnswerOf<'get', '/decisions/{decisionId}'>['decision'];
export type AnnexRow = ItemOf<'/decisions/{decisionId}'>;

type CaseProps = {
  readonly decisionId: string;
  readonly cycle: Cycle;
  /** Back from signing in for it: the act is offered at once. */
  readonly signNow?: boolean;
  readonly signed?: () => void;
};

/** A decision as it will be signed, its approval, what changed, and the next step. */
export function DecisionCase({ decisionId, ...rest }: CaseProps) {
  const read = useAll('/decisions/{decisionId}', { decisionId });
  return (
    <Show of={read}>
      {({ items, head }) => (head ? <Whole decision={head.decision} annex={items} {...rest} /> : null)}
    </Show>
  );
}

type WholeProps = Omit<CaseProps, 'decisionId'> & { readonly decision: Decision; readonly annex: readonly AnnexRow[] };

function Whole({ decision, annex, cycle, signNow = false, signed }: WholeProps) {
  const tell = useTell();
  const actor = useActor();
  const { cycleId, decisionId, status } = decision;
  const isCurrent = cycle.decisionId === decisionId;
  const mayDraftAnew = status === 'sent-back' && isCurrent && cycle.status === 'deciding' && mayDraft(actor);
  const counts = useMemo(() => decision.countsByCategory, [decision]);
  const inOrder = useMemo(() => inPlanOrder(annex, cycle.categories), [annex, cycle.categories]);
  return (
    <div className="official-side">
      <div className="stack" style={{ minWidth: 0 }}>
        <DecisionPaper decision={decision} annex={inOrder} issuer={cycle.issuer} counts={counts} />
      </div>
      <div className="stack no-print official-next" style={{ minWidth: 0 }}>
        <section className="card" aria-label={tell(decisions.chain)}>
          <h2 className="row spread" style={{ marginBottom: 8 }}>
            {tell(decisions.chain)} <Status state={status} />
          </h2>
          <Chain decision={decision} />
        </section>
        <DecisionActs decision={decision} signNow={signNow} {...(signed && { signed })} />
        {mayDraftAnew && <DecisionDraft cycleId={cycleId} again />}
        <DecisionChanges decision={decision} annex={annex} cycleId={cycleId} />
        {status === 'signed' && (
          <LinkButton to="/cycles/$cycleId/awards" params={{ cycleId }}>
            {tell(decisions.toAwards)}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
