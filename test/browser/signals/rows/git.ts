import type { SignalRow } from '../signalRow.ts';
import { appears } from '../../harness/stage.ts';

const before = 'int on_main;\n';
const after = 'int on_the_other_branch;\nint and_more;\n';

const manyFiles = (text: string): Record<string, string> => Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`many/file${index}.c`, `${text}${index};\n`]));

/** What git writes. */
export const gitRows: readonly SignalRow[] = [
  {
    action: 'git restores an open file', text: 'int ‸a;\n',
    perform: async (stage) => {
      await stage.type('x');
      await stage.press('Control+s');
      await stage.quiet(1200);
      stage.git('checkout', '--quiet', '--', stage.path());
      await appears(stage, 'int a;\n');
    },
    leaves: 'int a;\n', stock: ['typed', 'reload'], detailed: ['typed', 'reload'],
  },
  {
    action: 'git checks out another branch, file open', text: before, otherBranch: { 'main.c': after },
    perform: async (stage) => {
      stage.git('checkout', '--quiet', 'git-checks-out-another-branch-file-open');
      await appears(stage, after);
      stage.git('checkout', '--quiet', 'main');
      await appears(stage, before);
    },
    leaves: before, stock: ['checkout'], detailed: ['checkout'],
  },
  {
    action: 'git checks out 1,000 files', text: before, beside: manyFiles('int before'), otherBranch: { 'main.c': after, ...manyFiles('int by_someone_else') },
    perform: async (stage) => {
      stage.git('checkout', '--quiet', 'git-checks-out-1-000-files');
      await appears(stage, after);
      await stage.quiet(1000);
      stage.git('checkout', '--quiet', 'main');
      await appears(stage, before);
    },
    leaves: before, stock: ['checkout'], detailed: ['checkout'],
  },
];
