import { App, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { stands } from '#domain/reviews';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { EntryDialog } from '#web/kit/entry-dialog.tsx';
import { Show } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { caseReview as m } from '#web/messages/assignment-case.ts';
import { useTell } from '#web/messages/language.tsx';
import { type Entries, isEntering } from './case-components.tsx';
import type { OfCase } from './case-review.tsx';
import { ReasonField } from './seat-dialogs.tsx';

type Adjustment = Entries['adjustments'][number];

/** 加分与扣分, each with reason and source; what was withdrawn stays, struck out. */
export function CaseAdjustments({ of }: { readonly of: OfCase }) {
  const { applicationId, cycle } = of;
  const tell = useTell();
  const [isOpen, setOpen] = useState(false);
  const read = useRead('/applications/{applicationId}/entries', { applicationId });
  return (
    <section className="card stack" aria-label={tell(m.adjustments)}>
      <div className="row spread">
        <h2>{tell(m.adjustments)}</h2>
        {isEntering(of) && <Button onClick={() => setOpen(true)}>{tell(m.addAdjustment)}</Button>}
      </div>
      <p className="quiet figures">{tell(m.cap(cycle.bonusCap))}</p>
      <Show of={read} rows={2}>
        {({ adjustments }) =>
          adjustments.length === 0 ? (
            <p className="quiet">{tell(m.noAdjustments)}</p>
          ) : (
            <ul className="stack" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
              {adjustments.map((each) => (
                <One key={each.adjustmentId} of={of} adjustment={each} />
              ))}
            </ul>
          )
        }
      </Show>
      <AdjustmentDialog applicationId={applicationId} isOpen={isOpen} close={() => setOpen(false)} />
    </section>
  );
}

function One({ of, adjustment }: { readonly of: OfCase; readonly adjustment: Adjustment }) {
  const { adjustmentId, kind, points, reason, source, at, withdrawn } = adjustment;
  const { applicationId } = of;
  const tell = useTell();
  const consequence = useConsequence();
  const withdraw = useAct('post', '/applications/{applicationId}/adjustments/{adjustmentId}/withdraw');
  return (
    <li className="assignment-line">
      <div className="row spread">
        <strong className="figures" style={withdrawn ? { textDecoration: 'line-through' } : undefined}>
          {tell(m.kinds[kind])} {points}
        </strong>
        <When at={at} />
      </div>
      <p className="as-written">{reason}</p>
      <p className="quiet">{source}</p>
      {withdrawn && (
        <p className="quiet as-written">
          {tell(m.withdrawn)} · {withdrawn.reason}
        </p>
      )}
      {isEntering(of) && stands(adjustment) && (
        <Button
          size="small"
          aria-label={tell(m.withdrawOf(tell(m.kinds[kind]), reason))}
          onClick={() =>
            consequence({
              title: tell(m.withdrawAdjustmentTitle),
              consequence: tell(m.withdrawAdjustmentConsequence),
              verb: tell(m.withdrawEntry),
              seal: true,
              reason: true,
              act: (why) => withdraw.mutateAsync({ applicationId, adjustmentId, reason: why }),
            })
          }
        >
          {tell(m.withdrawEntry)}
        </Button>
      )}
    </li>
  );
}

type DialogProps = { readonly applicationId: string; readonly isOpen: boolean; readonly close: () => void };
type Values = {
  readonly kind: Adjustment['kind'];
  readonly points: string;
  readonly reason: string;
  readonly source: string;
};

function AdjustmentDialog({ applicationId, isOpen, close }: DialogProps) {
  const tell = useTell();
  const { message } = App.useApp();
  const add = useAct('post', '/applications/{applicationId}/adjustments', {
    done: () => void message.success(tell(m.done)),
  });
  return (
    <EntryDialog<Values>
      isOpen={isOpen}
      close={close}
      title={tell(m.addAdjustment)}
      verb={tell(m.record)}
      initial={{ kind: 'bonus' }}
      act={(values) => add.mutateAsync({ applicationId, ...values })}
    >
      {() => (
        <>
          <Form.Item name="kind" label={tell(m.kind)}>
            <Radio.Group
              options={(['bonus', 'deduction'] as const).map((value) => ({ value, label: tell(m.kinds[value]) }))}
            />
          </Form.Item>
          <Form.Item name="points" label={tell(m.points)} rules={[{ required: true }]}>
            <Input inputMode="decimal" className="figures" maxLength={6} />
          </Form.Item>
          <ReasonField label={tell(m.why)} />
          <Form.Item name="source" label={tell(m.source)} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={500} />
          </Form.Item>
        </>
      )}
    </EntryDialog>
  );
}
