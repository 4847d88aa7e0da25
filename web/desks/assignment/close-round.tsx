import { Alert, Button } from 'antd';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useTell } from '#web/messages/language.tsx';
import { progress as m } from '#web/messages/progress.ts';
import { missingByKind } from './missing.ts';

const kindOf = (kind: string): keyof typeof m.missingKinds | undefined =>
  Object.hasOwn(m.missingKinds, kind) ? (kind as keyof typeof m.missingKinds) : undefined; // just looked up

/** 结束评审: the page's first act once nothing is missing; until then it says what is. */
export function CloseRound({ cycleId }: { readonly cycleId: string }) {
  const tell = useTell();
  const consequence = useConsequence();
  const { data: states } = useRead('/cycles/{cycleId}/panels', { cycleId });
  const close = useAct('post', '/cycles/{cycleId}/close-round');
  if (!states) return null;
  const isReady = states.open === 0;
  const kinds = missingByKind(states.items).flatMap(([kind, count]) => {
    const known = kindOf(kind);
    return known ? [`${tell(m.missingKinds[known])} ${count}`] : [];
  });
  const what = (
    <div className="stack">
      <p>{tell(m.closeConsequence)}</p>
      <Alert
        type={isReady ? 'success' : 'warning'}
        showIcon
        title={tell(isReady ? m.canClose : m.cannotClose(states.open))}
        {...(kinds.length > 0 && { description: kinds.join(' · ') })}
      />
    </div>
  );
  return (
    <Button
      type={isReady ? 'primary' : 'default'}
      danger={isReady}
      onClick={() =>
        consequence({
          title: tell(m.closeTitle),
          consequence: what,
          verb: tell(m.close),
          seal: true,
          act: () => close.mutateAsync({ cycleId }),
        })
      }
    >
      {tell(m.close)}
    </Button>
  );
}
