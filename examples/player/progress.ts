import { MultiBar, Presets } from 'cli-progress';

/** One bar for a stage: `step()` for each thing done, `end()` when the stage is. */
export type Bar = { step(): void; end(): void };
export type Progress = {
  stage(name: string, total: number): Bar;
  say(line: string): void;
  end(): void;
};

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Bars on a terminal; elsewhere a line when a stage is over. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? bars(stream) : lines(stream);
}

function bars(stream: NodeJS.WriteStream): Progress {
  const format = '{bar} {percentage}% {value}/{total} {name}';
  const multi = new MultiBar({ format, stream, hideCursor: true, barsize: 24 }, Presets.shades_classic);
  return {
    stage(name, total) {
      const bar = multi.create(total, 0, { name });
      return { step: () => bar.increment(), end: () => bar.stop() };
    },
    say: (line) => multi.log(`${line}\n`),
    end: () => multi.stop(),
  };
}

function lines(stream: NodeJS.WritableStream): Progress {
  const say = (line: string): void => {
    stream.write(`${line}\n`);
  };
  return {
    stage(name, total) {
      const began = Date.now();
      let done = 0;
      return {
        step: () => {
          done += 1;
        },
        end: () => say(`${name}  ${done}/${total}  ${seconds(began)}`),
      };
    },
    say,
    end: () => undefined,
  };
}

/** For tests and for whoever does not want to be told. */
export const silent: Progress = {
  stage: () => ({ step: () => undefined, end: () => undefined }),
  say: () => undefined,
  end: () => undefined,
};
