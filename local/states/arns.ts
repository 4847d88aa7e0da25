/** How this box names its machines and executions. */
export type Arns = {
  machine(name: string): string;
  execution(machineName: string, name: string): string;
  mapRun(machineName: string, label: string, id: string): string;
};

export function createArns(region: string, accountId: string): Arns {
  const prefix = `arn:aws:states:${region}:${accountId}`;
  return {
    machine: (name) => `${prefix}:stateMachine:${name}`,
    execution: (machineName, name) => `${prefix}:execution:${machineName}:${name}`,
    mapRun: (machineName, label, id) => `${prefix}:mapRun:${machineName}/${label}:${id}`,
  };
}

export const isArn = (text: string): boolean => /^arn:aws[a-z-]*:states:[a-z0-9-]+:\d{12}:[a-zA-Z]+:\S+$/.test(text);

/** What AWS refuses in a name: blanks, brackets, wildcards, specials and control characters. */
export const isName = (text: string): boolean =>
  text.length >= 1 && text.length <= 80 && !/[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u.test(text);
