import { DownloadOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useState } from 'react';
import { filesWords } from '#web/messages/files.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { downloadFile } from './file-link.ts';
import type { SeenFile } from './file-view.tsx';
import { sizeText } from './size.ts';

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/** The next larger or smaller step, or the same at the end. 1 is as wide as the place. */
export const nextZoom = (zoom: number, direction: 1 | -1): number =>
  steps[Math.min(steps.length - 1, Math.max(0, steps.indexOf(zoom) + direction))] ?? 1;

type ZoomToolsProps = { readonly zoom: number; readonly setZoom: (zoom: number) => void };

export function ZoomTools({ zoom, setZoom }: ZoomToolsProps) {
  const tell = useTell();
  return (
    <span className="row" style={{ gap: 4 }}>
      <Button
        size="small"
        type="text"
        icon={<ZoomOutOutlined aria-hidden />}
        aria-label={tell(filesWords.zoomOut)}
        disabled={zoom === steps[0]}
        onClick={() => setZoom(nextZoom(zoom, -1))}
      />
      <Button
        size="small"
        type="text"
        className="figures"
        aria-label={tell(filesWords.fitWidth)}
        onClick={() => setZoom(1)}
      >
        {tell(filesWords.percent(Math.round(zoom * 100)))}
      </Button>
      <Button
        size="small"
        type="text"
        icon={<ZoomInOutlined aria-hidden />}
        aria-label={tell(filesWords.zoomIn)}
        disabled={zoom === steps.at(-1)}
        onClick={() => setZoom(nextZoom(zoom, 1))}
      />
    </span>
  );
}

/** The bar above a preview: how to move in it, and the file itself. */
export function Tools({ file, children }: { readonly file: SeenFile; readonly children?: ReactNode }) {
  const tell = useTell();
  return (
    <div className="file-view-tools no-print" role="toolbar" aria-label={tell(filesWords.toolbar)}>
      {children}
      <Button
        size="small"
        type="text"
        icon={<DownloadOutlined aria-hidden />}
        aria-label={tell(filesWords.downloadFile(file.fileName, sizeText(file.size)))}
        onClick={() => downloadFile(file.fileId)}
      >
        <span className="file-view-word">{tell(kit.download)}</span>
      </Button>
    </div>
  );
}

type PlaceProps = {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly file: SeenFile;
  readonly keys: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
};

/** Where the preview is scrolled, and takes the keys. */
export function ScrolledPlace({ place, file, keys, children }: PlaceProps) {
  const tell = useTell();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a scrolled place that takes the keys is a group, not a fieldset
    <div
      ref={place}
      className="file-view-place"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled place must be reachable by keyboard
      tabIndex={0}
      role="group"
      aria-label={tell(filesWords.preview(file.fileName))}
      onKeyDown={keys}
    >
      {children}
    </div>
  );
}

/** The inner width of an element in CSS pixels, followed while it changes; 0 before it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const place = element.current;
    if (!place) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(place);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

type KeyAct = readonly [keys: readonly string[], act: () => void];

/** Does what a key stands for; others, and those with Ctrl or Alt, are left to the page and the browser. */
export const onKeys =
  (acts: readonly KeyAct[]) =>
  (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const found = acts.find(([keys]) => keys.includes(event.key));
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    found[1]();
  };

export const zoomKeys = ({ zoom, setZoom }: ZoomToolsProps): KeyAct[] => [
  [['+', '='], () => setZoom(nextZoom(zoom, 1))],
  [['-'], () => setZoom(nextZoom(zoom, -1))],
  [['0'], () => setZoom(1)],
];
