import { formatHalfUp, multiply, ratio } from '#domain/exact';
import { useRead } from '#web/api/queries.ts';
import { Figure } from '#web/kit/figure.tsx';
import { Show } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';
import type { RegisterOf } from './page.tsx';
import '../reference/reference.css';

type Rate = { readonly part: number; readonly whole: number };

/** 180 of 194 as a percentage, exact until it is shown. */
const percentOf = ({ part, whole }: Rate): string =>
  `${formatHalfUp(multiply(ratio(BigInt(part), BigInt(whole)), ratio(100n, 1n)), 1)}%`;

/** 创建率 and 命名率: different figures with different denominators, each beside the counts that it is made of. */
export function Rates({ of }: { readonly of: RegisterOf }) {
  const tell = useTell();
  const rates = useRead('/register/{year}/{categoryId}/rates', of);
  const areas = useRead('/areas', {});
  const nameOf = (areaId: string) => areas.data?.areas.find((each) => each.areaId === areaId)?.name ?? areaId;
  const shown = (rate: Rate | undefined) =>
    rate && rate.whole > 0 ? (
      <>
        {percentOf(rate)} <small>{`${rate.part} / ${rate.whole}`}</small>
      </>
    ) : (
      tell(reference.noRate)
    );
  return (
    <Show of={rates} rows={2}>
      {({ registered, creating, named, creationRate, namingRate, namedShare, byArea }) =>
        registered === 0 ? null : (
          <section className="card" aria-labelledby="register-rates">
            <h2 id="register-rates">{tell(reference.rates)}</h2>
            <dl className="reference-figures figures">
              <Count label={tell(reference.registered)} value={registered} />
              <Count label={tell(reference.creating)} value={creating} />
              <Count label={tell(reference.named)} value={named} />
              <div title={tell(reference.creationRateIs)}>
                <dt>{tell(reference.creationRate)}</dt>
                <dd>{shown(creationRate)}</dd>
              </div>
              <div title={tell(reference.namingRateIs)}>
                <dt>{tell(reference.namingRate)}</dt>
                <dd>{shown(namingRate)}</dd>
              </div>
              <div title={tell(reference.namedShareIs)}>
                <dt>{tell(reference.namedShare)}</dt>
                <dd>{shown(namedShare)}</dd>
              </div>
            </dl>
            {named > creating && (
              <p role="note" style={{ color: 'var(--warn)', margin: '12px 0 0' }}>
                {tell(reference.namedBeyond(named, creating))}
              </p>
            )}
            {byArea.length > 1 && (
              <Figure
                title={tell(reference.rateByArea)}
                height={Math.max(160, 60 + byArea.length * 28)}
                option={{
                  grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
                  xAxis: { type: 'value', max: 100 },
                  yAxis: { type: 'category', inverse: true, data: byArea.map(({ areaId }) => nameOf(areaId)) },
                  series: [
                    {
                      type: 'bar',
                      barMaxWidth: 18,
                      itemStyle: { color: 'var(--action)' },
                      data: byArea.map(({ creationRate: { part, whole } }) => (part / whole) * 100),
                    },
                  ],
                }}
                table={{
                  head: [
                    tell(reference.unitArea),
                    tell(reference.creating),
                    tell(reference.registered),
                    tell(reference.creationRate),
                  ],
                  rows: byArea.map(({ areaId, creationRate: rate }) => [
                    nameOf(areaId),
                    rate.part,
                    rate.whole,
                    percentOf(rate),
                  ]),
                }}
              />
            )}
          </section>
        )
      }
    </Show>
  );
}

function Count({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
