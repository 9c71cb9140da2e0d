import assert from 'node:assert/strict';
import { left, right } from '../../../src/report/document.ts';
import { kindOfFile } from '../../../src/model/kindOfFile.ts';
import { textTable } from '../../../src/report/textLayout.ts';
import { bytes, code, date, dateAndTime, duration, list, number, percent, percentOf, plain, plural, toolName } from '../../../src/report/words.ts';

describe('words', () => {
  it('writes numbers', () => {
    assert.deepEqual([number(0), number(999), number(1000), number(1_234_567)], ['0', '999', '1,000', '1,234,567']);
    assert.deepEqual([plural(0, 'line'), plural(1, 'line'), plural(2000, 'line'), plural(2, 'repository', 'repositories')], ['0 lines', '1 line', '2,000 lines', '2 repositories']);
  });

  it('never rounds something to nothing, or not quite all to all', () => {
    assert.deepEqual([percent(0), percent(0.001), percent(0.005), percent(0.994), percent(0.996), percent(1)], ['0%', '<1%', '1%', '99%', '>99%', '100%']);
    assert.equal(percentOf(0, 0), '-');
  });

  it('writes dates in UTC', () => {
    assert.equal(date('2026-03-03T23:59:59.000Z'), '3 Mar 2026');
    assert.equal(dateAndTime(Date.UTC(2026, 2, 3, 4, 5)), '3 Mar 2026, 04:05 UTC');
  });

  it('writes sizes and lengths of time', () => {
    assert.deepEqual([bytes(1), bytes(999), bytes(1536), bytes(150_300_000), bytes(2.5e9)], ['1 byte', '999 bytes', '1.5 kB', '150 MB', '2.5 GB']);
    assert.deepEqual([duration(0.2), duration(85.4), duration(2140)], ['<1 ms', '85 ms', '2.1 s']);
  });

  it('writes lists and names', () => {
    assert.deepEqual([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])], ['', 'a', 'a and b', 'a, b and c']);
    assert.deepEqual([toolName('claude'), toolName('opencode'), toolName('nova')], ['Claude', 'OpenCode', 'Nova']);
  });

  it('takes control characters out of names from outside', () => {
    assert.equal(plain('a\u001b[31mb\nc\u202ed'), 'a [31mb c d');
    assert.equal(code('a`b\rc'), "`a'b c`");
  });
});

describe('kindOfFile', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['cmd/add_test.go', 'tests'], ['src/a.test.ts', 'tests'], ['tests/helpers/make.py', 'tests'], ['test_parser.py', 'tests'], ['src/FooTest.java', 'tests'], ['spec/models/user_spec.rb', 'tests'],
    ['README.md', 'docs'], ['docs/guide.rst', 'docs'], ['LICENSE', 'docs'], ['media/main.css', 'styles'], ['a/b.scss', 'styles'],
    ['package.json', 'config'], ['.github/workflows/ci.yml', 'config'], ['Dockerfile', 'config'], ['vite.config.ts', 'config'], ['.eslintrc', 'config'],
    ['src/main.ts', 'source'], ['cmd/attest.go', 'source'], ['src/contest.ts', 'source'], ['latest/build.py', 'source'],
  ];
  for (const [path, kind] of cases) it(`${path}: ${kind}`, () => assert.equal(kindOfFile(path), kind));
});

describe('textTable', () => {
  it('never is wider than 80 columns', () => {
    const table = (name: string, cell: string) => textTable({ caption: '', columns: [left('name'), ...Array.from({ length: 7 }, (_, at) => right(`c${at}`))], rows: [[name, ...Array.from({ length: 7 }, () => cell)]], bars: [1] });
    for (const lines of [table('a'.repeat(10), '1,234,567'), table('a'.repeat(70), '1,234')]) for (const line of lines) assert.ok(line.length <= 80, line);
    assert.match(table('a'.repeat(70), '1,234')[1]!, /^a+… /);
    assert.equal(table('abc', '12')[1], `abc   ${'█'.repeat(24)}  12  12  12  12  12  12  12`);
  });
});
