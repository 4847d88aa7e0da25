import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { mayCheck } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { analysis } from '#web/messages/analysis.ts';
import { useTell } from '#web/messages/language.tsx';
import { useCycle } from './known.ts';
import { type Piece, percentOf, sharedPieces } from './shared-text.ts';
import './pair.css';

type PairAnswer = AnswerOf<'get', '/cycles/{cycleId}/similarity/{left}/{right}'>;
type Passage = PairAnswer['passages'][number];

/** Two self-reports side by side, what they share marked. */
export function PairPage() {
  const tell = useTell();
  const { cycleId = '', left = '', right = '' } = useParams({ strict: false });
  const known = useCycle(cycleId);
  const pair = useRead('/cycles/{cycleId}/similarity/{left}/{right}', { cycleId, left, right });
  return (
    <Show of={pair}>
      {(found) => (
        <Page
          title={tell(analysis.pairTitle(found.left.organizationName, found.right.organizationName))}
          crumbs={[
            { label: known.title, to: `/cycles/${cycleId}` },
            { label: tell(analysis.similarTitle), to: `/cycles/${cycleId}/similarity` },
          ]}
          actions={<Look cycleId={cycleId} left={left} right={right} />}
        >
          <p className="figures">{tell(analysis.pairFigures(found.shared, percentOf(found.perMille)))}</p>
          <Looked cycleId={cycleId} left={left} right={right} />
          <div className="pair pair-heads">
            <h2>{found.left.organizationName}</h2>
            <h2>{found.right.organizationName}</h2>
          </div>
          {found.passages.map((passage, at) => (
            <PassageView
              key={`${passage.left.part} ${passage.left.start} ${passage.right.part} ${passage.right.start}`}
              passage={passage}
              number={at + 1}
              names={[found.left.organizationName, found.right.organizationName]}
            />
          ))}
        </Page>
      )}
    </Show>
  );
}

const isPart = (name: string): name is keyof typeof analysis.parts => Object.hasOwn(analysis.parts, name);

type PassageProps = { readonly passage: Passage; readonly number: number; readonly names: readonly [string, string] };

function PassageView({ passage, number, names }: PassageProps) {
  const tell = useTell();
  const pieces = sharedPieces(passage.left.text, passage.right.text);
  const partOf = (part: string): string => (isPart(part) ? tell(analysis.parts[part]) : part);
  return (
    <section aria-label={tell(analysis.passage(number))}>
      <h2>{tell(analysis.passage(number))}</h2>
      <div className="pair">
        <Side name={names[0]} part={partOf(passage.left.part)} pieces={pieces.left} />
        <Side name={names[1]} part={partOf(passage.right.part)} pieces={pieces.right} />
      </div>
    </section>
  );
}

type SideProps = { readonly name: string; readonly part: string; readonly pieces: readonly Piece[] };

function Side({ name, part, pieces }: SideProps) {
  let at = 0;
  return (
    <blockquote aria-label={name}>
      <p className="quiet">
        <span className="pair-name">{name} · </span>
        {part}
      </p>
      <p>
        {pieces.map(({ text, isShared }) => {
          at += text.length;
          return isShared ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
        })}
      </p>
    </blockquote>
  );
}

type PairProps = { readonly cycleId: string; readonly left: string; readonly right: string };

/** What the office found when it looked, if it did. */
function Looked({ cycleId, left, right }: PairProps) {
  const tell = useTell();
  const { data } = useRead('/cycles/{cycleId}/similarity', { cycleId, limit: 200 });
  const look = data?.items.find(
    (each) => [left, right].includes(each.left.applicationId) && [left, right].includes(each.right.applicationId),
  )?.look;
  if (!look) return <p style={{ color: 'var(--warn)' }}>{tell(analysis.notLooked)}</p>;
  return (
    <p className="card">
      <strong>{tell(analysis.lookNote)}</strong> {look.note}{' '}
      <span className="quiet">
        <When at={look.at} />
      </span>
    </p>
  );
}

function Look({ cycleId, left, right }: PairProps) {
  const tell = useTell();
  const actor = useActor();
  const ask = useConsequence();
  const look = useAct('post', '/cycles/{cycleId}/similarity/{left}/{right}/look', {
    changes: ['/cycles/{cycleId}/similarity'],
  });
  if (!mayCheck(actor)) return null;
  const run = (): Promise<boolean> =>
    ask({
      title: tell(analysis.lookAct),
      consequence: tell(analysis.lookHelp),
      verb: tell(analysis.lookVerb),
      reason: tell(analysis.lookNote),
      act: (note) => look.mutateAsync({ cycleId, left, right, note }),
    });
  return (
    <Button type="primary" onClick={run}>
      {tell(analysis.lookAct)}
    </Button>
  );
}
