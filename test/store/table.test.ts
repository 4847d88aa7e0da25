import { describe, expect, it } from 'vitest';
import { attributeOf, type Entity, fromItem, itemOf } from '#store/table';

type Note = { readonly id: string; readonly text?: string | undefined; readonly due?: string };

const notes: Entity<Note> = {
  name: 'note',
  key: ({ id }) => ({ pk: `NOTE#${id}`, sk: '-' }),
  indexes: ({ id, due }) => (due ? { pending: { pk: 'DUE', sk: `${due}#${id}` } } : {}),
};

describe('an item of the table', () => {
  it('bears its key, its type, its version and its data, and the version is not part of the data', () => {
    expect(itemOf(notes, { id: 'a', text: '𠮷', version: 3 } as Note, 4)).toEqual({
      pk: { S: 'NOTE#a' },
      sk: { S: '-' },
      type: { S: 'note' },
      version: { N: '4' },
      data: { M: { id: { S: 'a' }, text: { S: '𠮷' } } },
    });
  });

  it('bears the keys of an index only where the entity gives them', () => {
    expect(itemOf(notes, { id: 'a', due: '2026-03-02' }, 1)).toMatchObject({
      pendingPk: { S: 'DUE' },
      pendingSk: { S: '2026-03-02#a' },
    });
    const { data: _, ...rest } = itemOf(notes, { id: 'a' }, 1);
    expect(Object.keys(rest)).toEqual(['pk', 'sk', 'type', 'version']);
  });

  it('comes back as it was, with the version that the next change is conditional on', () => {
    const back = fromItem<Note>(itemOf(notes, { id: 'a', text: undefined }, 2));
    expect(back).toStrictEqual({ id: 'a', version: 2 });
  });

  it('refuses what would not come back as it was', () => {
    const dated = { id: 'a', at: new Date(0) } as Note;
    expect(() => itemOf(notes, dated, 1)).toThrow(/Unsupported type/);
    expect(() => attributeOf(Number.NaN)).toThrow();
  });
});
