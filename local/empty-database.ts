import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

/**
 * An empty database as the emulator (1.2.1, its schema 9) makes it, with two indexes more. Its stream records have none:
 * each write reads all of them for the next sequence number, and each read of the stream reads all of them for its
 * place, so that a box slows down with every act. Made by running the emulator on an empty folder, then with any SQLite
 *   CREATE INDEX box_stream_place ON _stream_records(table_name, shard_id, CAST(sequence_number AS INTEGER));
 *   CREATE INDEX box_stream_last ON _stream_records(table_name, CAST(sequence_number AS INTEGER));
 *   VACUUM;
 * and packed with gzip.
 */
const packed =
  'H4sIAAAAAAACA+3aPU/bQBgHcIdAXqhoaFUpqlhuIxFQFVUdOlSqCy5CDSEEg2CoLMc+wrWOHexzCmPUgbGfq0O/SdWuHXt+CRAH' +
  'J0GdQP+fEsUvz50f350vcZL9vRrjlJw4bkfn5JW0KM3MSO8IkSQpK55F6VpOPGdvrGekybLSCyOzUPorFfI/pdLb0o9Hr0uPi3Lh' +
  'T+FIbAAAAID/1y8U8uWVlUx/i9kmPW8555rHXap3NEv3+GDZpYbjml5xo6nIqkK265vKEUnEkt06ScRXuN6yqGbrHbpKNuR9teLR' +
  'M5/ahtjmd1rUJfK+qExVtpRmtdp/ls+X10Qqn5KpdC1dFBmuu5CWSxg8KRnvVHdNjZlTpNXI5YIGOg6Le2eW+OyjDeITq/k4J1V+' +
  'X1NIYmclPLJYq347mwvb/PJ5lNJwnonV3FCdiZ2kMk8SmDlInTSa2zty85h8VI6JfKDubtdFXTtKXV0dKXXdNkRVjlRS3xXPg1pt' +
  'NJL2qM2nivxCLzzts+fYkwJt+lVjHb0d1Ti637HMsfuTvTfhcIO+nxRniJbm1NTEh9xBi6YH+x51RZ2ibRi/CGseCqleHmbz5aWl' +
  'zPds1NTRaIpfZof7ONp4S98me+lGB9/a/JpnnNKOPulEdc5d1vLFWDXpCbMZZ47tTSrU9thI+GiUNVVUPKipHZzf9fjdVD7IBzWV' +
  'vEwt0WNi6PCLLh1fsaW3qJUSwrmlXTXAmJg7JHengTOYAnTuJ9r86hDL8oa6fagsjxZuMctidlvrOGY8JK7KNORjraE0taayd6Ds' +
  'q7cU7rpOj3miW0Sq/NR1/PZp1+dpTaC3U3vPE/l3qcFOmKEH3ZxaRXCmhnivSKvJpBYNKtBEapwa4eId2l1Em2K421OdTpBLPAeM' +
  '7u6Jgzvieg7eh0bG7/CFvTabK8tLGSmMjad83edOVHZwna/HC3P9YiacB/osbg7HPmHt+GVmeB6INt4yD4hLe4oJoKdbfmKSTqQ+' +
  'Mzb1OLX1eCG4ty8EHxkWghv50i9JPAAAAAAAAADgAXiayVZL0beIWo+6wbdFb+bD+//fkngAAAAAAAAAwIPwJFstDn8BEPz+Ly2i' +
  'ZQAAAAAAAAAesnnc/wMAAAAAAAA8ePj9HwAAAAAAAAD3/wAAAAAAAABw/+H//wAAAAAAAAC4/wcAAAAAAACA++8f1TPvNwCQAAA=';

/** Puts the empty database where the emulator will find it; one that is there already stays as it is. */
export async function layEmptyDatabase(file: string): Promise<void> {
  if (existsSync(file)) return;
  // Renamed when it is whole, so that a start that was cut off leaves nothing half written.
  await writeFile(`${file}.new`, gunzipSync(Buffer.from(packed, 'base64')), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
