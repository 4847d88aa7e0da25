import { createContext, type ReactNode } from 'react';

/**
 * What stands at each field of a form or a self-assessment that is read, by the field's path: whoever returns it ticks
 * there what must be corrected.
 */
export const FieldMark = createContext<((path: string) => ReactNode) | undefined>(undefined);
