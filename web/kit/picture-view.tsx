import { RotateRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { filesWords } from '#web/messages/files.ts';
import { useTell } from '#web/messages/language.tsx';
import { forgetLink, linkOf } from './file-link.ts';
import type { SeenFile } from './file-view.tsx';
import { Waiting } from './states.tsx';
import { onKeys, ScrolledPlace, Tools, useWidth, ZoomTools, zoomKeys } from './view-tools.tsx';

type PictureViewProps = { readonly file: SeenFile; readonly failed: (error: unknown) => void };
type Size = { readonly width: number; readonly height: number };

/** A picture as wide as its place, turned by quarters. */
export function PictureView({ file, failed }: PictureViewProps) {
  const tell = useTell();
  const [url, setUrl] = useState<string | undefined>();
  const [natural, setNatural] = useState<Size | undefined>();
  const [zoom, setZoom] = useState(1);
  const [quarters, setQuarters] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  useEffect(() => {
    let isGone = false;
    linkOf(file.fileId).then(
      (link) => isGone || setUrl(link),
      (error: unknown) => isGone || failed(error),
    );
    return () => {
      isGone = true;
    };
  }, [file.fileId, failed]);
  const broken = (): void => {
    forgetLink(file.fileId);
    failed(new Error('the picture did not load'));
  };
  const turn = (): void => setQuarters((before) => (before + 1) % 4);
  const keys = onKeys([[['r'], turn], ...zoomKeys({ zoom, setZoom })]);
  return (
    <>
      <Tools file={file}>
        <ZoomTools zoom={zoom} setZoom={setZoom} />
        <Button
          size="small"
          type="text"
          icon={<RotateRightOutlined aria-hidden />}
          aria-label={tell(filesWords.rotate)}
          onClick={turn}
        >
          <span className="file-view-word">{tell(filesWords.rotate)}</span>
        </Button>
      </Tools>
      <ScrolledPlace place={scroller} file={file} keys={keys}>
        {url === undefined ? (
          <Waiting />
        ) : (
          <div style={natural && boxOf(natural, width, zoom, quarters)} className="file-view-turned">
            <img
              src={url}
              alt={file.fileName}
              style={natural && pictureStyle(natural, width, zoom, quarters)}
              onError={broken}
              onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
                setNatural({ width: naturalWidth, height: naturalHeight })
              }
            />
          </div>
        )}
      </ScrolledPlace>
    </>
  );
}

const isAcross = (quarters: number): boolean => quarters % 2 === 1;

/** The place that the turned picture takes: at most as wide as there is room, never enlarged unless asked. */
function boxOf(natural: Size, room: number, zoom: number, quarters: number): Size {
  const turned = isAcross(quarters) ? { width: natural.height, height: natural.width } : natural;
  const width = Math.min(room, turned.width) * zoom;
  return { width, height: (width * turned.height) / turned.width };
}

function pictureStyle(natural: Size, room: number, zoom: number, quarters: number) {
  const box = boxOf(natural, room, zoom, quarters);
  return {
    width: isAcross(quarters) ? box.height : box.width,
    transform: `translate(-50%, -50%) rotate(${quarters * 90}deg)`,
  };
}
