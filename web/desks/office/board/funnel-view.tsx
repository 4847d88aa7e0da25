import { board as words } from '#web/messages/board.ts';
import { useTell } from '#web/messages/language.tsx';
import { funnelOf } from './funnel.ts';
import type { Board } from './page.tsx';

/** 申报 250 → 受理 231 → …: how many of those still in the process came as far. */
export function Funnel({ board }: { readonly board: Board }) {
  const tell = useTell();
  return (
    <section className="card" aria-labelledby="board-funnel">
      <div className="row spread">
        <h2 id="board-funnel">{tell(words.funnel)}</h2>
        <span className="quiet">{tell(words.live)}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard */}
      <ol className="board-funnel" tabIndex={0} aria-labelledby="board-funnel">
        {funnelOf(board.counts).map(({ stage, here, reached }) => (
          <li key={stage} className={here > 0 ? 'here' : undefined}>
            <span className="quiet">{tell(words.stages[stage])}</span>
            <span className="reached figures">{reached}</span>
            <span className="now figures quiet">{here > 0 ? tell(words.here(here)) : '\u00a0'}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
