import { Countdown, useNow } from '#web/kit/time.tsx';
import { board as words } from '#web/messages/board.ts';
import { useTell } from '#web/messages/language.tsx';
import { wizard } from '#web/messages/wizard.ts';
import { dateWords, windowNames } from '../wizard/state.ts';
import type { BoardProps } from './page.tsx';

/** The dates of the season as they bind now, extensions for everybody counted. */
export function Deadlines({ cycle, board }: BoardProps) {
  const tell = useTell();
  const now = useNow();
  return (
    <section className="card" aria-labelledby="board-deadlines">
      <h2 id="board-deadlines">{tell(words.deadlines)}</h2>
      <ul className="board-list">
        {windowNames.map((name) => {
          const at = board.deadlines[name] ?? cycle.windows[name];
          const isExtended = Date.parse(at) !== Date.parse(cycle.windows[name]);
          return (
            <li key={name}>
              <div className="row spread">
                <span>{tell(wizard.windows[name])}</span>
                <span className="figures">{dateWords(name, at)}</span>
              </div>
              <div className="row spread quiet">
                <span>{isExtended && tell(words.extended)}</span>
                {Date.parse(at) > now ? <Countdown to={at} /> : <span>{tell(words.past)}</span>}
              </div>
            </li>
          );
        })}
        <li className="row spread">
          <span>{tell(wizard.windows.publicity)}</span>
          <span className="figures">
            {cycle.planned ? `${cycle.planned.firstDay} – ${cycle.planned.lastDay}` : cycle.windows.publicityOn}
          </span>
        </li>
      </ul>
    </section>
  );
}
