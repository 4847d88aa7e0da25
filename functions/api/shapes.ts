import * as z from 'zod';
import { formatMark } from '#domain/marks';

/** Shapes that several answers share. */
export const nothing = z.strictObject({});
export const version = z.int();

/** A page of a long list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.string().optional() });

export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

export const fieldProblem = z.object({ path: z.string(), code: z.string(), zh: z.string(), en: z.string() });

/** Beside what a blind reviewer gets: the number that stands for the applicant, and what cannot be hidden. */
export const blindShape = z.object({ number: z.string(), note: z.object({ zh: z.string(), en: z.string() }) });

/** A file small enough to be answered as it is; `base64` holds its bytes. */
export const answeredFile = z.object({ fileName: z.string(), contentType: z.string(), base64: z.string() });

/** Hundredths inside, decimal text on the wire. */
export const shownMark = z.int().transform(formatMark).pipe(z.string());
