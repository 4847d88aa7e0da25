/** A path of the API as the name of a form's field: `keepApart.0.reason` is ['keepApart', 0, 'reason']. */
export const fieldName = (path: string): (string | number)[] =>
  path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
