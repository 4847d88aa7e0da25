import { Descriptions } from 'antd';
import type { AnswerOf } from '#web/api/client.ts';
import { useNames } from '#web/api/names.ts';
import { When } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { units } from '#web/messages/units.ts';

export type Unit = AnswerOf<'get', '/organizations/{organizationId}'>;

/** What a unit said of itself when it registered. */
export function UnitData({ unit }: { readonly unit: Unit }) {
  const tell = useTell();
  const { category: categoryName, area: areaName } = useNames();
  const areas = [...unit.areaPath].reverse().map(areaName).join(' › ');
  return (
    <Descriptions
      column={1}
      size="small"
      items={[
        { key: 'name', label: tell(units.unitName), children: unit.name },
        ...(unit.creditCode
          ? [
              {
                key: 'code',
                label: tell(units.creditCode),
                children: <span className="figures">{unit.creditCode}</span>,
              },
            ]
          : []),
        { key: 'category', label: tell(units.category), children: categoryName(unit.categoryId) },
        { key: 'area', label: tell(units.area), children: areas },
        { key: 'recommender', label: tell(units.recommender), children: unit.recommender },
        {
          key: 'contact',
          label: tell(units.contact),
          children: (
            <span className="figures">
              {unit.contact.name} {unit.contact.phone}
            </span>
          ),
        },
        { key: 'at', label: tell(units.registeredAt), children: <When at={unit.registeredAt} /> },
      ]}
    />
  );
}
