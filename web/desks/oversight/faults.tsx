import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { messageOf, type ProblemCode, problems } from '#domain/errors';
import { mayAdminister } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Since } from '#web/kit/time.tsx';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { oversight } from '#web/messages/oversight.ts';
import { caseOf, stepWords } from './fault-words.ts';
import './oversight.css';

type Fault = AnswerOf<'get', '/faults'>['items'][number];

/** The runs that failed and wait for the office: what failed, since when, retry or give up. */
export function FaultsPage() {
  const tell = useTell();
  const faults = useRead('/faults', {}, { every: 10_000 });
  return (
    <Page title={tell(oversight.faults)}>
      <p className="quiet reading">{tell(oversight.faultsHelp)}</p>
      <Show of={faults}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={oversight.noFaults} help={oversight.noFaultsHelp} />
          ) : (
            <ul className="stack" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
              {items.map((fault) => (
                <li key={fault.gateId}>
                  <FaultCard fault={fault} />
                </li>
              ))}
            </ul>
          )
        }
      </Show>
    </Page>
  );
}

const isCode = (text: string): text is ProblemCode => Object.hasOwn(problems, text);

/** The error in words: a refused draw's own, else those of its code, else what the machine said. */
function useCause({ error, refusal }: Fault): string {
  const { language } = useLanguage();
  if (refusal) return refusal[language];
  return isCode(error) ? messageOf(error, language) : error;
}

function FaultCard({ fault }: { readonly fault: Fault }) {
  const tell = useTell();
  const { language } = useLanguage();
  const cause = useCause(fault);
  const { run, link, id } = caseOf(fault.subjectId);
  const step = stepWords(fault.state, language);
  return (
    <article className="card" style={{ borderLeft: '4px solid var(--seal)' }} aria-label={step}>
      <div className="row spread">
        <h2>{step}</h2>
        <span className="quiet">
          {tell(oversight.faultSince)} <Since at={fault.since} />
        </span>
      </div>
      <p style={{ marginTop: 8 }}>
        {cause} {!fault.refusal && isCode(fault.error) && <code className="quiet">{fault.error}</code>}
      </p>
      {fault.refusal && fault.refusal.fields.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard
        <ul style={{ maxHeight: 240, overflowY: 'auto' }} tabIndex={0}>
          {fault.refusal.fields.map((field) => (
            <li key={`${field.path}/${field.code}`}>{field[language]}</li>
          ))}
        </ul>
      )}
      <p className="quiet figures" style={{ overflowWrap: 'anywhere' }}>
        {run ? tell(run) : ''} {id} · {fault.execution}
      </p>
      <div className="row spread">
        <div className="row">
          {link && <Link to={link}>{tell(oversight.toCase)}</Link>}
          <Link to="/audit/$" params={{ _splat: `gate/${fault.gateId}` }}>
            {tell(oversight.toChain)}
          </Link>
        </div>
        <Decide fault={fault} step={step} cause={cause} />
      </div>
    </article>
  );
}

type DecideProps = { readonly fault: Fault; readonly step: string; readonly cause: string };

function Decide({ fault: { gateId }, step, cause }: DecideProps) {
  const tell = useTell();
  const actor = useActor();
  const ask = useConsequence();
  const { message } = App.useApp();
  const decide = useAct('post', '/faults/decide', {
    done: ({ decision }) => void message.success(tell(decision === 'retry' ? oversight.retried : oversight.givenUp)),
  });
  if (!mayAdminister(actor)) return null;
  const told = (help: string) => (
    <>
      <p>{cause}</p>
      <p>{help}</p>
    </>
  );
  return (
    <div className="row">
      <Button
        danger
        type="text"
        onClick={() =>
          ask({
            title: tell(oversight.abandonTitle(step)),
            consequence: told(tell(oversight.abandonHelp)),
            verb: tell(oversight.abandon),
            seal: true,
            act: () => decide.mutateAsync({ gateId, decision: 'abandon' }),
          })
        }
      >
        {tell(oversight.abandon)}
      </Button>
      <Button
        onClick={() =>
          ask({
            title: tell(oversight.retryTitle(step)),
            consequence: told(tell(oversight.retryHelp)),
            verb: tell(oversight.retry),
            act: () => decide.mutateAsync({ gateId, decision: 'retry' }),
          })
        }
      >
        {tell(oversight.retry)}
      </Button>
    </div>
  );
}
