import { Button, Input } from 'antd';
import { useTell } from '#web/messages/language.tsx';
import { wizard } from '#web/messages/wizard.ts';
import { idOf, PlanField } from './context.tsx';
import type { RulesProps } from './rules-fields.tsx';

/** 示范 / 达标: levels of distinction, the best first. */
export function Tiers({ at, rules, set }: RulesProps) {
  const tell = useTell();
  const { tiers } = rules;
  const change = (place: number, tier: Partial<(typeof tiers)[number]>): void =>
    set({ ...rules, tiers: tiers.map((each, index) => (index === place ? { ...each, ...tier } : each)) });
  return (
    <fieldset style={{ border: 0, margin: '0 0 16px', padding: 0 }}>
      <legend>{tell(wizard.tiers)}</legend>
      <p className="quiet">{tell(wizard.tiersHelp)}</p>
      {tiers.map(({ name, line }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tiers are told apart by their place, and problems name it
        <div key={place} className="wizard-row">
          <PlanField at={`${at}.tiers.${place}.name`} label={tell(wizard.tierName)}>
            <Input
              id={idOf(`${at}.tiers.${place}.name`)}
              value={name}
              maxLength={20}
              onChange={({ target }) => change(place, { name: target.value })}
            />
          </PlanField>
          <PlanField at={`${at}.tiers.${place}.line`} label={tell(wizard.tierLine)}>
            <Input
              id={idOf(`${at}.tiers.${place}.line`)}
              inputMode="decimal"
              value={line}
              onChange={({ target }) => change(place, { line: target.value })}
            />
          </PlanField>
          <Button
            type="text"
            style={{ marginTop: 28 }}
            onClick={() => set({ ...rules, tiers: tiers.filter((_, index) => index !== place) })}
          >
            {tell(wizard.remove)}
          </Button>
        </div>
      ))}
      {tiers.length < 5 && (
        <Button onClick={() => set({ ...rules, tiers: [...tiers, { name: '', line: '' }] })}>
          {tell(wizard.addTier)}
        </Button>
      )}
    </fieldset>
  );
}
