import { Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';
import type { Said } from '#web/messages/say.ts';
import { FieldTick } from './field-tick.tsx';
import { Letter } from './letter.tsx';
import { fieldsOf, type Marks, toggled, withoutReason } from './marks.ts';

type Returning = {
  readonly unit: string;
  /** The places that can be ticked, in their order, by what they are called. */
  readonly names: ReadonlyMap<string, string>;
  readonly marks: Marks;
  readonly setMarks: (change: (marks: Marks) => Marks) => void;
  readonly body: Said;
  readonly days: number;
  readonly send: (reason: string, fields: { path: string; reason: string }[]) => Promise<unknown>;
  readonly end: () => void;
};

/** Ticks at the fields, the bar that counts them, and the letter before it is sent. */
export function useReturning(of: Returning) {
  const { unit, names, marks, setMarks, body, days, send, end } = of;
  const tell = useTell();
  const ask = useConsequence();
  const tickAt = useMemo(
    () =>
      (path: string): ReactNode => {
        const name = names.get(path);
        if (name === undefined) return null;
        const part = path.startsWith('points.') ? ('evidence' as const) : undefined;
        return (
          <FieldTick
            {...{ path, name, mark: marks[path] }}
            toggle={() => setMarks((before) => toggled(before, path, part))}
            change={(mark) => setMarks((before) => ({ ...before, [path]: mark }))}
          />
        );
      },
    [names, marks, setMarks],
  );
  const order = [...names.keys()];
  const fields = fieldsOf(marks, (path) => order.indexOf(path));
  const nameOf = (path: string): string => {
    const [place = path, part] = names.has(path) ? [path] : [path.replace(/\.\w+$/, ''), /\w+$/.exec(path)?.[0]];
    const name = names.get(place) ?? path;
    return part && part in cases.parts ? `${name} · ${tell(cases.parts[part as keyof typeof cases.parts])}` : name;
  };
  const write = async (): Promise<void> => {
    const sent = await ask({
      title: tell(cases.letterTitle(unit)),
      consequence: (
        <Letter {...{ unit, body, days }} fields={fields.map((field) => ({ ...field, name: nameOf(field.path) }))} />
      ),
      verb: tell(cases.returning),
      reason: tell(cases.letterReason),
      seal: true,
      width: 720,
      act: (reason) => send(reason, fields),
    });
    if (!sent) return;
    setMarks(() => ({}));
    end();
  };
  const missing = withoutReason(marks);
  const bar = (
    <section className="case-bar" aria-label={tell(cases.returning)}>
      <span>
        <strong className="figures">{tell(cases.ticked(fields.length))}</strong>{' '}
        <span className="quiet">{tell(missing > 0 ? cases.reasonsMissing(missing) : cases.returningHelp)}</span>
      </span>
      <span className="row">
        <Button onClick={end}>{tell(cases.endReturn)}</Button>
        <Button type="primary" disabled={missing > 0} onClick={write}>
          {tell(cases.writeLetter)}
        </Button>
      </span>
    </section>
  );
  return { tickAt, bar };
}
