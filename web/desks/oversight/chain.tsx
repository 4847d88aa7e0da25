import { CheckCircleOutlined, CloseCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { useParams } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { usePersonNames } from '#web/api/person-names.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { When } from '#web/kit/time.tsx';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { oversight } from '#web/messages/oversight.ts';
import { Actor } from './actor.tsx';
import { EventDetails } from './event-details.tsx';
import { partsOf, peopleIn, type ShownEvent } from './events.ts';
import { useVerified, type Verdict } from './use-verified.ts';
import { recordOf } from './verify-chain.ts';
import './oversight.css';

type Chain = {
  readonly chainId: string;
  readonly events: readonly ShownEvent[];
  readonly whole: boolean;
  readonly brokenAt?: number | undefined;
};

/** One chain of the audit, every link of it recomputed in this page: nobody's word has to be taken. */
export function ChainPage() {
  const { _splat: chainId = '' } = useParams({ strict: false });
  const tell = useTell();
  const { kind, name } = partsOf(chainId);
  // A chain is looked at as it was read: it does not change under the eyes of who compares it.
  const chain = useRead('/audit/chain', { chainId });
  return (
    <Page
      title={tell(oversight.chainTitle(kind ? tell(kind) : chainId))}
      number={name}
      crumbs={[{ label: tell(oversight.title), to: '/audit' }]}
    >
      <Show of={chain}>{(data) => <Verification chain={data} />}</Show>
    </Page>
  );
}

function Verification({ chain }: { readonly chain: Chain }) {
  const verdict = useVerified(chain.events);
  return (
    <div className="stack">
      <VerdictCard chain={chain} verdict={verdict} />
      <Paper events={chain.events} />
      <Records chain={chain} verdict={verdict} />
    </div>
  );
}

function VerdictCard({ chain, verdict }: { readonly chain: Chain; readonly verdict: Verdict }) {
  const tell = useTell();
  if (verdict.state === 'checking') {
    return (
      <section className="card oversight-verdict waiting" aria-live="polite">
        {tell(oversight.verifying(verdict.done, chain.events.length))}
        <progress
          className="oversight-bar"
          value={verdict.done}
          max={Math.max(1, chain.events.length)}
          aria-label={tell(oversight.link)}
        />
      </section>
    );
  }
  const server = tell(chain.brokenAt === undefined ? oversight.serverWhole : oversight.serverBroken(chain.brokenAt));
  if (verdict.state === 'impossible') {
    return (
      <section className="card oversight-verdict waiting" role="alert">
        <p>{tell(oversight.noCrypto)}</p>
        <p className="quiet">{server}</p>
      </section>
    );
  }
  const { brokenAt, why } = verdict;
  const agrees = brokenAt === chain.brokenAt;
  return (
    <section className={`card oversight-verdict${brokenAt === undefined ? '' : ' broken'}`} role="status">
      <p style={{ fontWeight: 600, color: brokenAt === undefined ? 'var(--good)' : 'var(--seal)' }}>
        <span aria-hidden style={{ marginInlineEnd: 8 }}>
          {brokenAt === undefined ? <CheckCircleOutlined /> : <CloseCircleOutlined />}
        </span>
        {tell(brokenAt === undefined ? oversight.whole(chain.events.length) : oversight.broken(brokenAt))}
      </p>
      {why && <p>{tell(oversight.why[why])}</p>}
      {brokenAt !== undefined && <p>{tell(oversight.brokenHelp)}</p>}
      <p className="quiet">{tell(agrees ? oversight.serverAgrees : oversight.serverDiffers(server))}</p>
    </section>
  );
}

/** The head hash in full, and a place to type one that stands on paper. */
function Paper({ events }: { readonly events: readonly ShownEvent[] }) {
  const tell = useTell();
  const [typed, setTyped] = useState('');
  const last = events.at(-1);
  const found = recordOf(events, typed);
  const enough = typed.replace(/\s/g, '').length >= 8;
  return (
    <section className="card">
      <h2>{tell(oversight.head)}</h2>
      <p>
        <code className="oversight-head">{last?.hash}</code>
      </p>
      <p className="quiet">{tell(oversight.headHelp)}</p>
      <Form layout="vertical" component="div" style={{ maxWidth: 560 }}>
        <Form.Item
          label={tell(oversight.compareLabel)}
          htmlFor="oversight-paper"
          style={{ margin: 0 }}
          {...(enough && {
            validateStatus: found === undefined ? 'error' : 'success',
            help: tell(found === undefined ? oversight.compareMissing : oversight.compareFound(found)),
          })}
        >
          <Input
            id="oversight-paper"
            value={typed}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </Form.Item>
      </Form>
    </section>
  );
}

function Records({ chain, verdict }: { readonly chain: Chain; readonly verdict: Verdict }) {
  const tell = useTell();
  const { language } = useLanguage();
  const nameOf = usePersonNames(peopleIn(chain.events));
  const columns: Column<ShownEvent>[] = [
    {
      id: 'sequence',
      head: tell(oversight.sequence),
      cell: ({ sequence }) => sequence,
      value: ({ sequence }) => sequence,
      width: 72,
      figures: true,
    },
    {
      id: 'link',
      head: tell(oversight.link),
      cell: (event) => <Link place={chain.events.indexOf(event) + 1} verdict={verdict} />,
      width: 120,
    },
    {
      id: 'at',
      head: tell(oversight.at),
      cell: ({ at }) => <When at={at} />,
      value: ({ at }) => at,
      width: 160,
    },
    { id: 'act', head: tell(oversight.act), cell: (event) => event[language], value: (event) => event[language] },
    {
      id: 'actor',
      head: tell(oversight.actor),
      cell: (event) => <Actor event={event} />,
      value: ({ actor }) => [nameOf(actor.id), actor.id].filter(Boolean).join(' '),
      width: 300,
    },
    {
      id: 'hash',
      head: tell(oversight.hash),
      cell: ({ hash }) => <code>{hash.slice(0, 12)}</code>,
      value: ({ hash }) => hash,
      width: 140,
    },
  ];
  return (
    <DataTable
      name="audit-chain"
      caption={tell(oversight.records)}
      columns={columns}
      rows={chain.events}
      rowKey={({ sequence }) => String(sequence)}
      detail={(event) => <EventDetails event={event} />}
    />
  );
}

function Link({ place, verdict }: { readonly place: number; readonly verdict: Verdict }) {
  const tell = useTell();
  if (verdict.state === 'impossible' || (verdict.state === 'checking' && place > verdict.done)) {
    return <span className="quiet">{tell(oversight.linkWaiting)}</span>;
  }
  const brokenAt = verdict.state === 'checked' ? verdict.brokenAt : undefined;
  if (brokenAt === undefined || place < brokenAt) {
    return (
      <span style={{ color: 'var(--good)' }}>
        <CheckCircleOutlined aria-hidden /> {tell(oversight.linkGood)}
      </span>
    );
  }
  if (place > brokenAt) {
    return (
      <span className="quiet">
        <MinusCircleOutlined aria-hidden /> {tell(oversight.linkAfter)}
      </span>
    );
  }
  return (
    <span style={{ color: 'var(--seal)', fontWeight: 600 }}>
      <CloseCircleOutlined aria-hidden /> {tell(oversight.linkBad)}
    </span>
  );
}
