import { ArrowDownOutlined, ArrowUpOutlined, LoginOutlined, LogoutOutlined, SwapOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTell } from '#web/messages/language.tsx';
import { whatIf } from '#web/messages/results-what-if.ts';
import { Scrolls } from './scrolls.tsx';
import { type Outcome, type Side, sidesOf } from './sides.ts';
import { useStandingWords } from './words.ts';

type Props = { readonly outcome: Outcome; readonly categoryName: string };

const totals = ['passed', 'selected', 'withoutResult', 'needingVote'] as const;

/** What would be, beside what is. */
export function WhatIfOutcome({ outcome, categoryName }: Props) {
  const tell = useTell();
  const { before, after, counts } = outcome;
  const sides = sidesOf(outcome);
  return (
    <section aria-label={tell(whatIf.table(categoryName))}>
      <p>
        <span className="what-if-label">{tell(whatIf.label)}</span>
      </p>
      <p style={{ fontWeight: 600 }}>
        {sides.length === 0
          ? tell(whatIf.nobody)
          : tell(whatIf.summary(counts.entering, counts.leaving, counts.moving))}
      </p>
      {outcome.changedSinceFrozen > 0 && <p role="note">{tell(whatIf.changedSince(outcome.changedSinceFrozen))}</p>}
      {outcome.sheetsLeftOut > 0 && <p>{tell(whatIf.leftOut(outcome.sheetsLeftOut))}</p>}
      <Scrolls label={tell(whatIf.figures)}>
        <table className="simple-table">
          <thead>
            <tr>
              <th scope="col">{tell(whatIf.figures)}</th>
              <th scope="col" className="figures">
                {tell(whatIf.nowHead)}
              </th>
              <th scope="col" className="figures">
                {tell(whatIf.thenHead)}
              </th>
            </tr>
          </thead>
          <tbody>
            {totals.map((name) => (
              <tr key={name}>
                <th scope="row">{tell(whatIf[name])}</th>
                <td className="figures">{before[name]}</td>
                <td className="figures">{after[name]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
      {sides.length > 0 && <Sides sides={sides} />}
    </section>
  );
}

function Sides({ sides }: { readonly sides: readonly Side[] }) {
  const tell = useTell();
  const words = useStandingWords();
  return (
    <Scrolls label={tell(whatIf.move)}>
      <table className="simple-table">
        <thead>
          <tr>
            <th scope="col">{tell(whatIf.unit)}</th>
            <th scope="col">{tell(whatIf.move)}</th>
            <th scope="col">{tell(whatIf.nowHead)}</th>
            <th scope="col">{tell(whatIf.thenHead)}</th>
          </tr>
        </thead>
        <tbody>
          {sides.map((side) => (
            <tr key={side.change.applicationId}>
              <th scope="row">{side.change.organizationName}</th>
              <td style={{ whiteSpace: 'nowrap' }}>
                <Move side={side} />
              </td>
              <td>{words(side.change.before)}</td>
              <td>{words(side.change.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

const icons: Readonly<Record<Side['kind'], ReactNode>> = {
  entering: <LoginOutlined aria-hidden />,
  leaving: <LogoutOutlined aria-hidden />,
  up: <ArrowUpOutlined aria-hidden />,
  down: <ArrowDownOutlined aria-hidden />,
  ranked: <SwapOutlined aria-hidden />,
};

function Move({ side: { kind, places } }: { readonly side: Side }) {
  const tell = useTell();
  const text =
    kind === 'up'
      ? tell(whatIf.up(places))
      : kind === 'down'
        ? tell(whatIf.down(places))
        : tell(kind === 'ranked' ? whatIf.outOfRank : whatIf[kind]);
  return (
    <span style={kind === 'entering' || kind === 'leaving' ? { fontWeight: 600 } : undefined}>
      {icons[kind]} {text}
    </span>
  );
}
