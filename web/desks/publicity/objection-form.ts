import type { ObjectionTarget, Objector } from '#domain/objections';

/** The fields of the form as they are typed; what is not asked for is empty. */
export type ObjectionFields = {
  readonly about: ObjectionTarget['kind'];
  readonly applicationId?: string;
  readonly omitted?: string;
  readonly grounds: string;
  readonly by: Objector['kind'];
  readonly name: string;
  readonly unit?: string;
  readonly phone?: string;
  readonly unitName?: string;
  readonly contact?: string;
  readonly sealFileId?: string;
};

/** What the form says, as the API takes it. */
export function filedOf(fields: ObjectionFields): { target: ObjectionTarget; grounds: string; objector: Objector } {
  return { target: targetOf(fields), grounds: fields.grounds.trim(), objector: objectorOf(fields) };
}

function targetOf({ about, applicationId = '', omitted = '' }: ObjectionFields): ObjectionTarget {
  if (about === 'entry') return { kind: 'entry', applicationId };
  return about === 'omission' ? { kind: 'omission', name: omitted.trim() } : { kind: 'procedure' };
}

function objectorOf(fields: ObjectionFields): Objector {
  const { by, name = '', unit = '', phone = '', unitName = '', contact = '', sealFileId } = fields;
  if (by === 'person') return { kind: 'person', name: name.trim(), unit: unit.trim(), phone: phone.trim() };
  return { kind: 'unit', name: unitName.trim(), contact: contact.trim(), ...(sealFileId && { sealFileId }) };
}

/** Where a field of the API stands in the form, so that what the server refuses is told there. */
const places: Readonly<Record<string, keyof ObjectionFields>> = {
  'target.applicationId': 'applicationId',
  'target.name': 'omitted',
  grounds: 'grounds',
  'objector.unit': 'unit',
  'objector.phone': 'phone',
  'objector.contact': 'contact',
  'objector.sealFileId': 'sealFileId',
};

export function placeOf(path: string, by: Objector['kind']): keyof ObjectionFields | undefined {
  if (path === 'objector.name') return by === 'person' ? 'name' : 'unitName';
  return places[path];
}
