import { App, Button, Form, Input, Select, Tree } from 'antd';
import { useState } from 'react';
import type { Area } from '#domain/areas';
import { mayAdminister } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { Empty, Show } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';
import { type AreaLevel, areaLevels, levelBelow, treeOf, withBelow, without } from './area-tree.ts';
import { SaveBar } from './save-bar.tsx';
import { useDocument } from './use-document.ts';
import './reference.css';

type AreasProps = { readonly areas: readonly Area[]; readonly version: number };

/** The tree of areas, changed as a whole. */
export function AreasTab() {
  const tell = useTell();
  const areas = useRead('/areas', {});
  return (
    <div className="stack">
      <p className="quiet reading">{tell(reference.areasHelp)}</p>
      <Show of={areas}>{(data) => <Areas {...data} />}</Show>
    </div>
  );
}

function Areas({ areas: read, version }: AreasProps) {
  const tell = useTell();
  const mayChange = mayAdminister(useActor());
  const { message } = App.useApp();
  const document = useDocument({ content: read, version });
  const [chosenId, setChosen] = useState<string | undefined>();
  const save = useAct('put', '/areas', {
    done: () => {
      document.undo();
      void message.success(tell(reference.saved));
    },
  });
  const areas = document.content;
  const chosen = areas.find(({ areaId }) => areaId === chosenId);
  const set = (content: readonly Area[]): void => {
    save.reset();
    document.set(content);
  };
  return (
    <>
      {areas.length === 0 ? (
        <NoAreas mayChange={mayChange} set={set} />
      ) : (
        <div className="reference-split">
          <section className="card" aria-label={tell(reference.areaTree)}>
            <p className="quiet figures">{tell(reference.areaCount(areas.length))}</p>
            <Tree
              treeData={treeOf(areas)}
              height={480}
              defaultExpandedKeys={areas.slice(0, 1).map(({ areaId }) => areaId)}
              selectedKeys={chosenId ? [chosenId] : []}
              onSelect={([key]) => setChosen(key === undefined ? undefined : String(key))}
            />
          </section>
          {mayChange && (
            <section className="card">
              {chosen ? (
                <ChosenArea key={chosen.areaId} area={chosen} areas={areas} set={set} />
              ) : (
                <p className="quiet">{tell(reference.chooseArea)}</p>
              )}
            </section>
          )}
        </div>
      )}
      <SaveBar
        {...document}
        isSaving={save.isPending}
        error={save.error}
        save={() => save.mutate({ areas: [...areas], version: document.version })}
      />
    </>
  );
}

type NoAreasProps = { readonly mayChange: boolean; readonly set: (areas: readonly Area[]) => void };

function NoAreas({ mayChange, set }: NoAreasProps) {
  const tell = useTell();
  const [level, setLevel] = useState<AreaLevel>('district');
  const [name, setName] = useState('');
  return (
    <div className="card">
      <Empty title={reference.noAreas} help={reference.noAreasHelp}>
        {mayChange && (
          <Form
            layout="vertical"
            style={{ maxWidth: 360, margin: '16px auto', textAlign: 'start' }}
            onFinish={() => name.trim() !== '' && set([{ areaId: level, name: name.trim(), level }])}
          >
            <Form.Item label={tell(reference.level)} htmlFor="area-level">
              <Select
                id="area-level"
                value={level}
                onChange={setLevel}
                options={areaLevels.map((value) => ({ value, label: tell(reference.levels[value]) }))}
              />
            </Form.Item>
            <Form.Item label={tell(reference.topArea)} htmlFor="area-name" required>
              <Input id="area-name" value={name} maxLength={50} onChange={({ target }) => setName(target.value)} />
            </Form.Item>
            <Button htmlType="submit">{tell(reference.add)}</Button>
          </Form>
        )}
      </Empty>
    </div>
  );
}

type ChosenProps = {
  readonly area: Area;
  readonly areas: readonly Area[];
  readonly set: (areas: readonly Area[]) => void;
};

function ChosenArea({ area, areas, set }: ChosenProps) {
  const tell = useTell();
  const [lines, setLines] = useState('');
  const below = levelBelow(area.level);
  const rename = (name: string): void =>
    set(areas.map((each) => (each.areaId === area.areaId ? { ...each, name } : each)));
  return (
    <Form layout="vertical" component="div">
      <h2 style={{ marginBottom: 12 }}>{tell(reference.chosenArea(area.name))}</h2>
      <Form.Item label={tell(reference.areaName)} htmlFor="area-rename">
        <Input id="area-rename" value={area.name} maxLength={50} onChange={({ target }) => rename(target.value)} />
      </Form.Item>
      {below && (
        <Form.Item label={tell(reference.addBelow(tell(reference.levels[below])))} htmlFor="area-below">
          <Input.TextArea
            id="area-below"
            autoSize={{ minRows: 3, maxRows: 12 }}
            value={lines}
            onChange={({ target }) => setLines(target.value)}
          />
          <Button
            style={{ marginTop: 8 }}
            disabled={lines.trim() === ''}
            onClick={() => {
              set(withBelow(areas, area, lines));
              setLines('');
            }}
          >
            {tell(reference.add)}
          </Button>
        </Form.Item>
      )}
      <Button type="text" danger onClick={() => set(without(areas, area.areaId))}>
        {tell(reference.removeArea)}
      </Button>
      <p className="quiet">{tell(reference.removeAreaHelp)}</p>
    </Form>
  );
}
