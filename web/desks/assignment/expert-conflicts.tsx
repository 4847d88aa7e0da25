import { Form, Select } from 'antd';
import { useState } from 'react';
import { barrierWords } from '#domain/barrier-words';
import type { Reviewer } from '#domain/reviews';
import { useRead } from '#web/api/queries.ts';
import { Show } from '#web/kit/states.tsx';
import { experts as m } from '#web/messages/experts.ts';
import { useTell } from '#web/messages/language.tsx';
import { useCases } from './known.ts';
import { CasePicker } from './pickers.tsx';

/** Whether the expert must keep away from a case, and each source of it with what it rests on. */
export function ExpertConflicts({ reviewer }: { readonly reviewer: Reviewer }) {
  const tell = useTell();
  const cycles = useRead('/cycles', {});
  const [cycleId, setCycleId] = useState<string | undefined>();
  const [applicationId, setApplicationId] = useState<string | undefined>();
  const items = cycles.data?.items ?? [];
  const chosen = cycleId ?? (items.length === 1 ? items[0]?.cycleId : undefined);
  return (
    <Form layout="vertical" component="div">
      <p className="quiet">{tell(m.conflictsHelp)}</p>
      <Form.Item label={tell(m.cycle)} htmlFor="conflict-cycle">
        <Select
          id="conflict-cycle"
          placeholder={tell(m.chooseCycle)}
          value={chosen ?? null}
          onChange={(next) => {
            setCycleId(next ?? undefined);
            setApplicationId(undefined);
          }}
          options={items.map((each) => ({ value: each.cycleId, label: each.title }))}
        />
      </Form.Item>
      {chosen && (
        <Form.Item label={tell(m.application)} htmlFor="conflict-case">
          <CasePicker id="conflict-case" cycleId={chosen} value={applicationId} onChange={setApplicationId} />
        </Form.Item>
      )}
      {chosen && applicationId && <Answer reviewer={reviewer} cycleId={chosen} applicationId={applicationId} />}
    </Form>
  );
}

type AnswerProps = { readonly reviewer: Reviewer; readonly cycleId: string; readonly applicationId: string };

function Answer({ reviewer: { reviewerId, name }, cycleId, applicationId }: AnswerProps) {
  const tell = useTell();
  const read = useRead('/reviewers/{reviewerId}/conflicts', { reviewerId, applicationId });
  const { items: cases } = useCases(cycleId);
  const unit = cases.find((each) => each.applicationId === applicationId)?.organizationName ?? '';
  return (
    <Show of={read} rows={2}>
      {({ items }) => (
        <div role="status" className={`card assignment-asked ${items.length > 0 ? 'closed' : ''}`}>
          <p style={{ fontWeight: 600 }}>{tell(items.length > 0 ? m.mustKeepAway(name, unit) : m.noConflict)}</p>
          {items.length === 0 && <p className="quiet">{tell(m.noConflictHelp(name, unit))}</p>}
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {items.map((conflict) => (
              <li key={`${conflict.source}/${conflict.why}`}>
                {tell(conflict)} <span className="quiet">{tell(barrierWords[conflict.source])}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Show>
  );
}
