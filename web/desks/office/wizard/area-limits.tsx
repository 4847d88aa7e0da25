import { Button, Select } from 'antd';
import { useTell } from '#web/messages/language.tsx';
import { wizard } from '#web/messages/wizard.ts';
import { idOf, PlanField, PlanProblems, useCategory, useWizard } from './context.tsx';
import { FigureField } from './inputs.tsx';
import type { AreaLimit } from './state.ts';

/** Seats kept for an area, or the most that it may take. */
export function AreaLimits({ at }: { readonly at: number }) {
  const tell = useTell();
  const { state, reference } = useWizard();
  const change = useCategory(at);
  const category = state.categories[at];
  if (!category || reference.areas.length === 0) return null;
  const { areas, recommenders } = category;
  const path = `categories.${at}.areas`;
  const set = (place: number, limit: Partial<AreaLimit>): void =>
    change({ areas: areas.map((each, index) => (index === place ? { ...each, ...limit } : each)) });
  const first = { recommender: recommenders[0]?.department ?? '', areaId: '', minimum: null, maximum: null };
  return (
    <div>
      <h3 style={{ margin: '8px 0' }}>{tell(wizard.areas)}</h3>
      <PlanProblems at={path} />
      {areas.map(({ recommender, areaId, minimum, maximum }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a limit has no name of its own, and problems name it by its place
        <div key={place} className="wizard-row">
          <div>
            <PlanField at={`${path}.${place}.areaId`} label={tell(wizard.area)}>
              <Select
                id={idOf(`${path}.${place}.areaId`)}
                showSearch={{ optionFilterProp: 'label' }}
                {...(areaId !== '' && { value: areaId })}
                onChange={(value) => set(place, { areaId: value })}
                options={reference.areas.map((area) => ({ value: area.areaId, label: area.name }))}
              />
            </PlanField>
            {recommenders.length > 0 && (
              <PlanField at={`${path}.${place}.recommender`} label={tell(wizard.recommender)}>
                <Select
                  id={idOf(`${path}.${place}.recommender`)}
                  {...(recommender !== '' && { value: recommender })}
                  onChange={(value) => set(place, { recommender: value })}
                  options={recommenders.map(({ department }) => ({ value: department, label: department }))}
                />
              </PlanField>
            )}
          </div>
          <FigureField
            at={`${path}.${place}.minimum`}
            label={tell(wizard.minimum)}
            value={minimum}
            onChange={(value) => set(place, { minimum: value })}
          />
          <FigureField
            at={`${path}.${place}.maximum`}
            label={tell(wizard.maximum)}
            value={maximum}
            onChange={(value) => set(place, { maximum: value })}
          />
          <Button
            type="text"
            style={{ marginTop: 28 }}
            onClick={() => change({ areas: areas.filter((_, index) => index !== place) })}
          >
            {tell(wizard.remove)}
          </Button>
          <PlanProblems at={`${path}.${place}`} />
        </div>
      ))}
      <Button onClick={() => change({ areas: [...areas, first] })}>{tell(wizard.addArea)}</Button>
    </div>
  );
}
