import { decisions } from '#web/messages/decisions.ts';
import { useTell } from '#web/messages/language.tsx';
import { notices } from '#web/messages/notices.ts';
import type { Decision } from './decision-case.tsx';
import { useNamedCounts } from './use-named.ts';

/** What signing makes valid: the document's title and its counts. */
export function SignedSummary({ decision }: { readonly decision: Decision }) {
  const tell = useTell();
  const counts = useNamedCounts(decision.countsByCategory);
  return (
    <>
      <p className="serif" lang="zh-CN">
        <strong>{decision.title}</strong>
      </p>
      <p className="figures">
        {tell(decisions.signing(decision.total))}
        {counts.map(({ name, count }) => tell(notices.count(name, count))).join(tell(notices.comma))}
      </p>
      <p style={{ margin: 0 }}>{tell(decisions.actText.sign)}</p>
    </>
  );
}
