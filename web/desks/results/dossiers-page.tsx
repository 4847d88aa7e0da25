import { Link, useParams } from '@tanstack/react-router';
import { App, Button } from 'antd';
import type { Cycle } from '#domain/cycles';
import { mayBeTold } from '#domain/dossier/record';
import { holds } from '#domain/people';
import { mayApprove, mayDraft } from '#domain/policies';
import { isRoundClosed } from '#domain/reviews';
import { useActor } from '#web/api/actor.ts';
import { type AnswerOf, ask } from '#web/api/client.ts';
import { useJob } from '#web/api/jobs.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { JobProgress } from '#web/kit/job-progress.tsx';
import { Page } from '#web/kit/page.tsx';
import { sizeText } from '#web/kit/size.ts';
import { Empty, Show, Trouble } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { dossiers } from '#web/messages/dossiers.ts';
import { useTell } from '#web/messages/language.tsx';
import { useCycle } from './known.ts';
import { leadTo } from './lead-to.ts';
import { Verifying } from './verifying.tsx';
import './results.css';
import { Scrolls } from './scrolls.tsx';

type Dossier = AnswerOf<'get', '/cycles/{cycleId}/dossiers'>['items'][number];

/** What lets anybody recompute the cycle: made, looked at, published. */
export function DossiersPage() {
  const tell = useTell();
  const { cycleId = '' } = useParams({ strict: false });
  const known = useCycle(cycleId);
  const all = useRead('/cycles/{cycleId}/dossiers', { cycleId });
  const work = useJob(cycleId, 'dossier', { changes: '/cycles/{cycleId}/dossiers' });
  return (
    <Show of={known.read}>
      {(cycle) => (
        <Page
          title={tell(dossiers.title)}
          crumbs={[{ label: cycle.title, to: `/cycles/${cycleId}` }]}
          actions={<Make cycle={cycle} isRunning={work.isRunning} start={() => work.start({})} />}
        >
          <p className="quiet reading">{tell(dossiers.help)}</p>
          {work.error && <Trouble error={work.error} />}
          {work.isRunning && <p className="quiet">{tell(dossiers.makeWait)}</p>}
          <JobProgress job={work.job} />
          <Show of={all}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty title={dossiers.none} help={dossiers.noneHelp} />
              ) : (
                <div className="stack">
                  {items.map((dossier) => (
                    <DossierCard key={dossier.number} dossier={dossier} cycle={cycle} />
                  ))}
                </div>
              )
            }
          </Show>
          <Verifying fileName={tell(dossiers.fileName(cycleId))} />
        </Page>
      )}
    </Show>
  );
}

type MakeProps = { readonly cycle: Cycle; readonly isRunning: boolean; readonly start: () => Promise<unknown> };

function Make({ cycle, isRunning, start }: MakeProps) {
  const tell = useTell();
  const actor = useActor();
  if (!mayDraft(actor)) return null;
  if (!isRoundClosed(cycle) || cycle.resultId === undefined) {
    return <span className="quiet">{tell(dossiers.noResult)}</span>;
  }
  return (
    <Button loading={isRunning} onClick={start}>
      {tell(dossiers.make)}
    </Button>
  );
}

type CardProps = { readonly dossier: Dossier; readonly cycle: Cycle };

function DossierCard({ dossier, cycle }: CardProps) {
  const tell = useTell();
  const { number, madeAt, publishedAt, public: open, full } = dossier;
  return (
    <section className="card" aria-label={tell(dossiers.number(number))}>
      <div className="row spread">
        <h2>
          {tell(dossiers.number(number))}{' '}
          <span style={{ fontSize: 15, fontWeight: 400, color: publishedAt ? 'var(--good)' : 'var(--quiet)' }}>
            {tell(publishedAt ? dossiers.published : dossiers.notPublished)}
          </span>
        </h2>
        <span className="quiet">
          {tell(dossiers.madeAt)} <When at={madeAt} />
          {publishedAt && (
            <>
              {' · '}
              {tell(dossiers.publishedAt)} <When at={publishedAt} />
            </>
          )}
        </span>
      </div>
      <Scrolls label={`${tell(dossiers.number(number))} ${tell(dossiers.edition)}`}>
        <table className="simple-table">
          <thead>
            <tr>
              <th scope="col">{tell(dossiers.edition)}</th>
              <th scope="col" className="figures">
                {tell(dossiers.size)}
              </th>
              <th scope="col" className="figures">
                {tell(dossiers.lines)}
              </th>
              <th scope="col">{tell(dossiers.root)}</th>
            </tr>
          </thead>
          <tbody>
            <Edition name={tell(dossiers.publicEdition)} edition={open} />
            <Edition name={tell(dossiers.fullEdition)} edition={full} />
          </tbody>
        </table>
      </Scrolls>
      <Acts dossier={dossier} cycle={cycle} />
    </section>
  );
}

function Edition({ name, edition }: { readonly name: string; readonly edition: Dossier['public'] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="figures">{sizeText(edition.size)}</td>
      <td className="figures">{edition.lines}</td>
      <td>
        <code style={{ overflowWrap: 'anywhere' }}>{edition.root}</code>
      </td>
    </tr>
  );
}

function Acts({ dossier, cycle }: CardProps) {
  const tell = useTell();
  const actor = useActor();
  const { message } = App.useApp();
  const { cycleId, number } = dossier;
  const maySeeFull = holds(actor, 'office') || holds(actor, 'supervisor');
  const preview = async (): Promise<void> => {
    try {
      leadTo(await ask('get', '/cycles/{cycleId}/dossiers/{number}', { cycleId, number }));
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="row">
      <Button onClick={preview}>{tell(dossiers.preview)}</Button>
      {maySeeFull && <OpenFull cycleId={cycleId} number={number} />}
      {dossier.publishedAt ? (
        <Link to="/published-dossiers/$cycleId" params={{ cycleId }}>
          {tell(dossiers.seeing)}
        </Link>
      ) : (
        <Publish dossier={dossier} cycle={cycle} />
      )}
    </div>
  );
}

/** Whoever opens the full edition is told beforehand that it is recorded. */
function OpenFull({ cycleId, number }: { readonly cycleId: string; readonly number: number }) {
  const tell = useTell();
  const confirm = useConsequence();
  const open = useAct('post', '/cycles/{cycleId}/dossiers/{number}/open-full', { changes: [], done: leadTo });
  const run = (): Promise<boolean> =>
    confirm({
      title: tell(dossiers.openFullTitle),
      consequence: tell(dossiers.openFullConsequence),
      verb: tell(dossiers.openFullVerb),
      act: () => open.mutateAsync({ cycleId, number }),
    });
  return <Button onClick={run}>{tell(dossiers.openFull)}</Button>;
}

function Publish({ dossier, cycle }: CardProps) {
  const tell = useTell();
  const actor = useActor();
  const confirm = useConsequence();
  const { message } = App.useApp();
  const publish = useAct('post', '/cycles/{cycleId}/dossiers/{number}/publish');
  if (dossier.resultId !== cycle.resultId) return <span className="quiet">{tell(dossiers.outdated)}</span>;
  if (!mayBeTold(cycle)) return <span className="quiet">{tell(dossiers.notYet)}</span>;
  if (!mayApprove(actor)) return <span className="quiet">{tell(dossiers.byHead)}</span>;
  const { cycleId, number, public: edition } = dossier;
  const run = async (): Promise<void> => {
    const done = await confirm({
      title: tell(dossiers.publish),
      consequence: (
        <>
          <p>{tell(dossiers.publishConsequence)}</p>
          <p>
            {tell(dossiers.publishWhat)}: {tell(dossiers.number(number))} · {sizeText(edition.size)} ·{' '}
            {tell(dossiers.lineCount(edition.lines))}
          </p>
          <code style={{ overflowWrap: 'anywhere' }}>{edition.root}</code>
        </>
      ),
      verb: tell(dossiers.publishVerb),
      seal: true,
      act: () => publish.mutateAsync({ cycleId, number }),
    });
    if (done) message.success(tell(dossiers.publishDone));
  };
  return (
    <Button type="primary" danger onClick={run}>
      {tell(dossiers.publish)}
    </Button>
  );
}
