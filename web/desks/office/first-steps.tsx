import { CheckCircleOutlined, RightCircleOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { mayAdminister } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useRead } from '#web/api/queries.ts';
import { firstSteps as m } from '#web/messages/first-steps.ts';
import { useTell } from '#web/messages/language.tsx';

/** A new office's way to its first cycle: shown to whoever administers, until all of it is there. */
export function FirstSteps() {
  const tell = useTell();
  const when = { when: mayAdminister(useActor()) };
  const areas = useRead('/areas', {}, when);
  const standards = useRead('/standards', {}, when);
  const cycles = useRead('/cycles', {}, when);
  const experts = useRead('/reviewers', {}, when);
  if (!areas.data || !standards.data || !cycles.data || !experts.data) return null;
  const steps = [
    { to: '/reference', what: m.areas, why: m.areasHelp, isDone: areas.data.areas.length > 0 },
    {
      to: '/standards',
      what: m.standards,
      why: m.standardsHelp,
      isDone: standards.data.items.some(({ status }) => status === 'published'),
    },
    {
      to: '/cycles',
      what: m.cycle,
      why: m.cycleHelp,
      isDone: cycles.data.items.some(({ status }) => status !== 'draft'),
    },
    { to: '/experts', what: m.experts, why: m.expertsHelp, isDone: experts.data.items.length > 0 },
  ] as const;
  if (steps.every(({ isDone }) => isDone)) return null;
  return (
    <section className="card" aria-labelledby="first-steps">
      <h2 id="first-steps">{tell(m.title)}</h2>
      <p className="quiet">{tell(m.help)}</p>
      <ol className="office-steps">
        {steps.map(({ to, what, why, isDone }) => (
          <li key={to}>
            <span aria-hidden style={{ color: isDone ? 'var(--good)' : 'var(--action)' }}>
              {isDone ? <CheckCircleOutlined /> : <RightCircleOutlined />}
            </span>
            <span>
              <Link to={to}>{tell(what)}</Link> {isDone && <span className="quiet">{tell(m.done)}</span>}
              <br />
              <span className="quiet">{tell(why)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
