import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Cycle } from '#domain/cycles';
import { useHolds } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { ask } from '#web/api/client.ts';
import { useJob } from '#web/api/jobs.ts';
import { useNames } from '#web/api/names.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { JobProgress } from '#web/kit/job-progress.tsx';
import { Empty, Trouble } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { assignment as m } from '#web/messages/assignment.ts';
import { useTell } from '#web/messages/language.tsx';
import { roundedBound } from './figures.ts';
import { CoverageTable, type Figure, Figures } from './outcome.tsx';
import { Refused } from './refused.tsx';

type Draw = AnswerOf<'get', '/cycles/{cycleId}/draws'>['items'][number];
type Props = { readonly cycle: Cycle; readonly draws: readonly Draw[]; readonly mayAct: boolean };

/** Every draw with its certificate and its frozen files, the one in force of each round first. */
export function Draws({ cycle, draws, mayAct }: Props) {
  if (draws.length === 0) return <Empty title={m.noDraws} help={m.noDrawsHelp} />;
  const isOpen = mayAct && cycle.status === 'reviewing';
  const inOrder = [...draws].sort((a, b) => a.round.localeCompare(b.round) || b.number - a.number);
  const last = (round: Draw['round']): number =>
    Math.max(0, ...draws.filter((each) => each.round === round).map(({ number }) => number));
  const hasTeams = cycle.categories.some(({ siteTeam }) => siteTeam !== undefined);
  return (
    <div className="stack">
      {isOpen && (
        <div className="row">
          <Redraw cycleId={cycle.cycleId} />
          {hasTeams && <SiteTeams cycleId={cycle.cycleId} isDrawn={last('site') > 0} />}
        </div>
      )}
      {inOrder.map((draw) => (
        <DrawCard key={`${draw.round}/${draw.number}`} draw={draw} isInForce={draw.number === last(draw.round)} />
      ))}
    </div>
  );
}

type CardProps = { readonly draw: Draw; readonly isInForce: boolean };

function DrawCard({ draw, isInForce }: CardProps) {
  const tell = useTell();
  const names = useNames();
  const { round, number, spread, samples, worstFit, worstBound, givenUp, pairs, totalFit } = draw;
  const title = tell(m.drawTitle(tell(m.rounds[round]), number));
  const figures: Figure[] = [
    { label: m.withPanel, value: draw.withPanel },
    { label: m.reviewers, value: draw.reviewers },
    { label: m.pairs, value: pairs },
    { label: m.pins, value: draw.pins },
    { label: m.totalFit, value: totalFit },
    { label: m.meanFit, value: pairs === 0 ? 0 : Math.round(totalFit / pairs) },
    { label: m.worstFit, value: worstFit },
    { label: m.spread, value: tell(spread ? m.spreadOf(spread.least, spread.most) : m.spreadNone) },
  ];
  return (
    <article className="card stack" aria-labelledby={`draw-${round}-${number}`}>
      <div className="row spread">
        <h2 id={`draw-${round}-${number}`}>{title}</h2>
        <span style={{ color: isInForce ? 'var(--good)' : 'var(--quiet)' }}>
          {tell(isInForce ? m.inForce : m.superseded)}
        </span>
      </div>
      <Figures figures={figures} />
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        <li>{tell(m.certified)}</li>
        <li>{tell(worstFit >= Math.floor(worstBound) ? m.worstBest : m.worstBound(roundedBound(worstBound)))}</li>
        {givenUp !== undefined && <li>{tell(m.givenUp(givenUp))}</li>}
        {samples.map(({ categoryId, of, drawn }) => (
          <li key={categoryId}>
            {names.category(categoryId)} {tell(m.sampleOf(drawn, of))}
          </li>
        ))}
      </ul>
      <dl className="facts">
        <dt>{tell(m.drawnAt)}</dt>
        <dd>
          <When at={draw.drawnAt} />
        </dd>
        {draw.reason && (
          <>
            <dt>{tell(m.redrawReason)}</dt>
            <dd>{draw.reason}</dd>
          </>
        )}
        <dt>{tell(m.seed)}</dt>
        <dd>{draw.seed}</dd>
        <dt>{tell(m.aim)}</dt>
        <dd>{tell(m.aims[draw.aim])}</dd>
        <dt>{tell(m.algorithm)}</dt>
        <dd className="assignment-hash">{draw.algorithm}</dd>
        <dt>{tell(m.inputHash)}</dt>
        <dd className="assignment-hash">{draw.inputHash}</dd>
        <dt>{tell(m.outputHash)}</dt>
        <dd className="assignment-hash">{draw.outputHash}</dd>
      </dl>
      <Frozen draw={draw} />
      {draw.coverage.length > 0 && <CoverageTable coverage={draw.coverage} of={title} />}
    </article>
  );
}

const files = ['inputs', 'panels', 'certificate'] as const;

/** The three files; who oversees without being office or supervisor sees the hashes only. */
function Frozen({ draw: { cycleId, round, number } }: { readonly draw: Draw }) {
  const tell = useTell();
  const watches = useHolds('office', 'supervisor');
  const [trouble, setTrouble] = useState<unknown>();
  if (!watches) return null;
  const open = async (file: (typeof files)[number]): Promise<void> => {
    setTrouble(undefined);
    try {
      const { url } = await ask('get', '/cycles/{cycleId}/draws/{round}/{number}/{file}', {
        cycleId,
        round,
        number,
        file,
      });
      Object.assign(document.createElement('a'), { href: url, rel: 'noopener' }).click();
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <div>
      <h3>{tell(m.files)}</h3>
      <p className="quiet">{tell(m.anybody)}</p>
      <div className="row">
        {files.map((file) => (
          <Button key={file} onClick={() => open(file)}>
            {tell(m.file[file])}
          </Button>
        ))}
      </div>
      {trouble !== undefined && <Trouble error={trouble} />}
    </div>
  );
}

/** What a job of this desk says while it runs and when it is over; the record is read anew then. */
function useDeskJob(cycleId: string, kind: 'redraw' | 'draw-site-teams', over: (result: unknown) => string) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const running = useJob(cycleId, kind);
  const { job, result } = running;
  const isDone = job?.status === 'done';
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it is done
  useEffect(() => {
    if (!isDone || result === undefined) return;
    void client.invalidateQueries();
    void message.success(over(result));
  }, [isDone, result]);
  return running;
}

type StateProps = { readonly cycleId: string; readonly running: ReturnType<typeof useJob> };

/** How far it is; where it was refused, what is in the way and where that is mended. */
function JobState({ cycleId, running: { job, error } }: StateProps) {
  if (!error && (!job || job.status === 'done')) return null;
  const { fields = [], ...words } = job?.problem ?? { zh: '', en: '' };
  return (
    <div style={{ flexBasis: '100%' }}>
      {error && <Trouble error={error} />}
      {!error && fields.length === 0 && <JobProgress job={job} />}
      {!error && fields.length > 0 && <Refused refusal={{ ...words, fields }} cycleId={cycleId} />}
    </div>
  );
}

function Redraw({ cycleId }: { readonly cycleId: string }) {
  const tell = useTell();
  const consequence = useConsequence();
  // Safe: what `redrawPanels` answers (functions/services/draws/redraw.ts).
  const running = useDeskJob(cycleId, 'redraw', (result) => {
    const { changed, kept } = result as { changed: number; kept: number };
    return tell(m.redrawn(changed, kept));
  });
  return (
    <>
      <Button
        onClick={() =>
          consequence({
            title: tell(m.redrawTitle),
            consequence: tell(m.redrawConsequence),
            verb: tell(m.redrawVerb),
            seal: true,
            reason: tell(m.redrawWhy),
            act: (reason) => running.start({ reason }),
          })
        }
      >
        {tell(m.redraw)}
      </Button>
      <JobState cycleId={cycleId} running={running} />
    </>
  );
}

type TeamsProps = { readonly cycleId: string; readonly isDrawn: boolean };

/** The draw is there before the teams are: what the job says stays in sight until it is over. */
function SiteTeams({ cycleId, isDrawn }: TeamsProps) {
  const tell = useTell();
  const consequence = useConsequence();
  // Safe: what `drawSiteTeams` answers (functions/services/site/draw-teams.ts).
  const running = useDeskJob(cycleId, 'draw-site-teams', (result) => {
    const { teams, short } = result as { teams: number; short: number };
    return tell(m.siteTeamsDone(teams, short));
  });
  return (
    <>
      {!isDrawn && (
        <Button
          type="primary"
          onClick={() =>
            consequence({
              title: tell(m.siteTeamsTitle),
              consequence: tell(m.siteTeamsConsequence),
              verb: tell(m.siteTeams),
              act: () => running.start({}),
            })
          }
        >
          {tell(m.siteTeams)}
        </Button>
      )}
      <JobState cycleId={cycleId} running={running} />
    </>
  );
}
